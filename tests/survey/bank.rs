//! Who is asked which optional questions.

use crate::generate::definitions;
use crate::oracle::asked_of;
use crate::properties::config;
use hark_domain::json;
use hark_domain::survey::Survey;
use hark_domain::wire::GroupCode;
use proptest::prelude::*;

/// With the code of a school that picked something, of one that didn't, and without.
pub(crate) const CODES: [Option<&str>; 3] = [None, Some("MEAD7"), Some("OTHER1")];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_was_picked_is_asked_and_nothing_else_is_missing(definition in definitions()) {
        let survey = definition.survey();
        for code in CODES {
            let group = code.and_then(GroupCode::parse);
            prop_assert_eq!(group.is_some(), code.is_some());
            let asked = survey.asked_of(group.as_ref());
            let expected: Survey = json::read(&asked_of(&definition.0, code).to_string()).unwrap();
            prop_assert_eq!(&asked, &expected);
            prop_assert_eq!(&asked.asked_of(group.as_ref()), &asked);
        }
    }
}
