//! The columns of an `XLSForm`, under all the names they have had.

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident: $name:literal $(, $other:literal)*;)+) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Field {
            $($(#[$doc])* $field,)+
        }

        impl Field {
            /// The field of that name, written in lower case with underscores.
            fn named(name: &str) -> Option<Self> {
                match name {
                    $($name $(| $other)* => Some(Self::$field),)+
                    _ => None,
                }
            }

            /// Its name today.
            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name,)+
                }
            }
        }
    };
}

fields! {
    Type: "type", "command";
    Name: "name", "tag", "value";
    Label: "label", "caption";
    Hint: "hint";
    Relevant: "relevant", "relevance";
    Required: "required";
    RequiredMessage: "required_message", "requiredmsg", "jr:requiredmsg";
    Constraint: "constraint";
    ConstraintMessage: "constraint_message", "constraining_message", "constraintmsg", "jr:constraintmsg";
    Appearance: "appearance";
    Parameters: "parameters";
    ChoiceFilter: "choice_filter";
    Calculation: "calculation", "calculate";
    Default: "default";
    ReadOnly: "read_only", "readonly";
    Image: "image";
    BigImage: "big_image";
    Audio: "audio";
    Video: "video";
    Disabled: "disabled";
    ListName: "list_name";
    FormTitle: "form_title", "set_form_title", "title";
    FormId: "form_id", "set_form_id", "id_string";
    Version: "version";
    DefaultLanguage: "default_language";
    AllowDuplicates: "allow_choice_duplicates";
    /// Hark's own, as all below: when it is shown, in Hark's words.
    HarkVisibleIf: "hark_visible_if";
    /// Words with others for where nothing is answered, as in `{year|your year}`.
    HarkLabel: "hark_label";
    HarkHint: "hark_hint";
    HarkRequiredMessage: "hark_required_message";
    HarkConstraintMessage: "hark_constraint_message";
    HarkRequiredIf: "hark_required_if";
    HarkConstraint: "hark_constraint";
    /// Of a group: where the survey ends after it.
    HarkEndIf: "hark_end_if";
    /// Of a group in a group: it stays on the page of the outer one.
    HarkSamePage: "hark_same_page";
    /// Of a grid and its rows: which of them can't be skipped.
    HarkRequired: "hark_required";
    HarkLeast: "hark_least";
    HarkMost: "hark_most";
    HarkDecimals: "hark_decimals";
    HarkUnit: "hark_unit";
    HarkLongest: "hark_longest";
    HarkLook: "hark_look";
    HarkSensitive: "hark_sensitive";
    HarkHelplines: "hark_helplines";
    HarkOptional: "hark_optional";
    HarkExclusive: "hark_exclusive";
    HarkEasyTitle: "hark_easy_title", "hark_easy_label";
    HarkEasyHelp: "hark_easy_help";
    HarkEasyPicture: "hark_easy_picture";
    HarkTitle: "hark_title";
    HarkAbout: "hark_about";
    HarkThanks: "hark_thanks";
    HarkMinutes: "hark_minutes";
    HarkOpens: "hark_opens";
    HarkCloses: "hark_closes";
    /// Of the settings: the questions of the bank that the borough picked.
    HarkPicks: "hark_picks";
    /// Of the settings: those that schools picked, `CODE: one two; CODE: three`.
    HarkSchoolPicks: "hark_school_picks";
}

/// A column's heading, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// What it holds; nothing where no such column is known.
    pub(super) field: Option<Field>,
    /// The language in it, as it was written.
    pub(super) language: Option<String>,
}

impl Heading {
    /// Reads a heading such as `label`, `Label::English (en)`, `bind:relevant`,
    /// `media::image::French` or `required message`.
    pub(super) fn read(heading: &str) -> Self {
        let parts = if heading.contains("::") {
            heading.split("::").map(str::trim).collect::<Vec<_>>()
        } else {
            heading.split(':').map(str::trim).collect()
        };
        let mut parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
        // These say which part of an XForm a column belongs to, and nothing else.
        let wrappers = ["bind", "control", "body", "media", "jr"];
        while parts.len() > 1 && wrappers.contains(&parts[0].to_lowercase().as_str()) {
            parts.remove(0);
        }
        let name = parts.remove(0).to_lowercase().replace([' ', '-'], "_");
        Self {
            field: Field::named(&name),
            language: (!parts.is_empty()).then(|| parts.join(":")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_column_is_known() {
        for (heading, field, language) in [
            ("type", Field::Type, None),
            ("List Name", Field::ListName, None),
            ("list_name", Field::ListName, None),
            ("Label:English", Field::Label, Some("English")),
            ("label::English (en)", Field::Label, Some("English (en)")),
            ("caption", Field::Label, None),
            ("bind:relevant", Field::Relevant, None),
            ("bind::relevant", Field::Relevant, None),
            ("relevance", Field::Relevant, None),
            ("required message", Field::RequiredMessage, None),
            ("requiredMsg", Field::RequiredMessage, None),
            ("bind::jr:requiredMsg", Field::RequiredMessage, None),
            ("bind:jr:constraintMsg", Field::ConstraintMessage, None),
            (
                "constraint message::Polish",
                Field::ConstraintMessage,
                Some("Polish"),
            ),
            ("media::image::cs", Field::Image, Some("cs")),
            ("media:audio", Field::Audio, None),
            ("image::english", Field::Image, Some("english")),
            ("big-image", Field::BigImage, None),
            ("choice filter", Field::ChoiceFilter, None),
            ("body::appearance", Field::Appearance, None),
            ("read only", Field::ReadOnly, None),
        ] {
            let read = Heading::read(heading);
            assert_eq!(read.field, Some(field), "{heading}");
            assert_eq!(read.language.as_deref(), language, "{heading}");
        }
        assert_eq!(Heading::read("tutorial notes").field, None);
        assert_eq!(Heading::read("").field, None);
    }

    #[test]
    fn a_field_reads_its_own_name() {
        for field in [Field::Type, Field::BigImage, Field::HarkSchoolPicks] {
            assert_eq!(Heading::read(field.name()).field, Some(field));
        }
    }
}
