//! The site's own words: what is said on the screen besides the pack's texts.
//!
//! Each language is a file of its own, `public/locales/TAG.json`; a further language is
//! a further file and no code. A browser gets the words as a list in the order of
//! [`Word`], so that neither the file nor the wasm carries the keys.

mod catalogue;
mod fill;
mod read;

pub use catalogue::{Catalogue, Direction, Phrase, Plural};
pub use fill::{fill, placeholders};

use std::sync::LazyLock;

macro_rules! words {
    ($($name:ident $key:literal;)+) => {
        /// One thing the site says. Its key in the files is its name with hyphens.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $(#[doc = concat!("`", $key, "` in the files of words.")] $name,)+
        }

        impl Word {
            /// Every word with its key, in order.
            pub const ALL: &[(Self, &str)] = &[$((Self::$name, $key)),+];
        }
    };
}

words! {
    SkipLink "skip-link";
    AboutSite "about-site";
    Sample "sample";
    MainMenu "main-menu";
    Language "language";
    MachineMade "machine-made";
    Home "home";
    ThingsToDo "things-to-do";
    HaveYourSay "have-your-say";
    TalkToSomeone "talk-to-someone";
    SomeoneToTalkTo "someone-to-talk-to";
    Opening "opening";
    NotOpened "not-opened";
    NotOpenedDo "not-opened-do";
    NeedsJavascript "needs-javascript";
    TalkRightNow "talk-right-now";
    Waiting "waiting";
    LoadFailed "load-failed";
    LoadFailedDo "load-failed-do";
    TryAgain "try-again";
    HomeTitle "home-title";
    HomeLead "home-lead";
    HomeActivities "home-activities";
    HomeSurveys "home-surveys";
    HomeHelp "home-help";
    ActivitiesLead "activities-lead";
    ThingsCount "things-count";
    NothingHere "nothing-here";
    HowToJoin "how-to-join";
    CheckedOn "checked-on";
    Free "free";
    Ages "ages";
    AgesLdd "ages-ldd";
    Mondays "mondays";
    Tuesdays "tuesdays";
    Wednesdays "wednesdays";
    Thursdays "thursdays";
    Fridays "fridays";
    Saturdays "saturdays";
    Sundays "sundays";
    DaysAnd "days-and";
    Comma "comma";
    Session "session";
    Midnight "midnight";
    Noon "noon";
    HelpLead "help-lead";
    Call "call";
    TextTo "text-to";
    NotFound "not-found";
    NotFoundTitle "not-found-title";
    NotFoundLead "not-found-lead";
    ToStartPage "to-start-page";
    SurveysLead "surveys-lead";
    NoSurveyOpen "no-survey-open";
    Minutes "minutes";
    SurveyComing "survey-coming";
    OpensOn "opens-on";
    OpenUntil "open-until";
    AtTime "at-time";
    SurveyClosed "survey-closed";
    ClosedOn "closed-on";
    Closed "closed";
    SeeChanges "see-changes";
    WeAsked "we-asked";
    YouSaid "you-said";
    WeDid "we-did";
    Done "done";
    Doing "doing";
    Cannot "cannot";
    PublishedOn "published-on";
    SurveyBegun "survey-begun";
    CarryOn "carry-on";
    StartAgain "start-again";
    Start "start";
    TakesMinutes "takes-minutes";
    MaySkip "may-skip";
    NobodySees "nobody-sees";
    HowWeMakeSure "how-we-make-sure";
    NothingSentYet "nothing-sent-yet";
    SharedPhone "shared-phone";
    KeepHere "keep-here";
    SavedUntil "saved-until";
    FinishLater "finish-later";
    KeepQuestion "keep-question";
    KeepYes "keep-yes";
    KeepNo "keep-no";
    Back "back";
    PageOf "page-of";
    Error "error";
    Continue "continue";
    Skip "skip";
    StopAndDelete "stop-and-delete";
    SurveyChanged "survey-changed";
    SurveyChangedDo "survey-changed-do";
    Ok "ok";
    LookAgain "look-again";
    ChooseUpTo "choose-up-to";
    ChooseAll "choose-all";
    RankHelp "rank-help";
    RankOrder "rank-order";
    RankLeft "rank-left";
    RankUp "rank-up";
    RankDown "rank-down";
    RankOut "rank-out";
    RankAt "rank-at";
    RankedOut "ranked-out";
    NothingToChoose "nothing-to-choose";
    TakeBack "take-back";
    LettersMost "letters-most";
    LeaveOut "leave-out";
    LettersUsed "letters-used";
    LettersLeft "letters-left";
    LettersNone "letters-none";
    LettersOver "letters-over";
    FoundTitle "found-title";
    FoundPhone "found-phone";
    FoundEmail "found-email";
    FoundPostcode "found-postcode";
    FoundHandle "found-handle";
    FoundLink "found-link";
    FoundWhy "found-why";
    TakeOut "take-out";
    TheyListen "they-listen";
    NotSeen "not-seen";
    WantToTalk "want-to-talk";
    ReadToMe "read-to-me";
    ReadQuestion "read-question";
    EasyWords "easy-words";
    InSignLanguage "in-sign-language";
    CheckTitle "check-title";
    CheckLead "check-lead";
    CheckGroup "check-group";
    NotAnswered "not-answered";
    Change "change";
    AnswersMissing "answers-missing";
    AnswersMissingDo "answers-missing-do";
    CheckEmpty "check-empty";
    SeeEnvelope "see-envelope";
    EnvelopeNumber "envelope-number";
    Envelope "envelope";
    Send "send";
    Sending "sending";
    DeleteMine "delete-mine";
    DeleteQuestion "delete-question";
    DeleteYes "delete-yes";
    DeleteNo "delete-no";
    StoppedNotOpen "stopped-not-open";
    StoppedNotOpenDo "stopped-not-open-do";
    StoppedChanged "stopped-changed";
    StoppedChangedDo "stopped-changed-do";
    StoppedBefore "stopped-before";
    StoppedBeforeDo "stopped-before-do";
    StoppedRefused "stopped-refused";
    StoppedRefusedDo "stopped-refused-do";
    StoppedNoSignal "stopped-no-signal";
    StoppedStored "stopped-stored";
    StoppedNotStored "stopped-not-stored";
    Unsent "unsent";
    UnsentDelete "unsent-delete";
    UnsentDeleted "unsent-deleted";
    UnsentLook "unsent-look";
    UnsentSend "unsent-send";
    UnsentArrived "unsent-arrived";
    ThanksTitle "thanks-title";
    Thanks "thanks";
    ThanksForgotten "thanks-forgotten";
    WhatNext "what-next";
    FindThings "find-things";
    OnYourMind "on-your-mind";
    PeopleListen "people-listen";
    RequiredSingle "required-single";
    RequiredMultiple "required-multiple";
    RequiredRanking "required-ranking";
    RequiredRow "required-row";
    RequiredNumber "required-number";
    RequiredText "required-text";
    UnknownQuestion "unknown-question";
    UnknownChoice "unknown-choice";
    UnknownRow "unknown-row";
    RepeatedChoice "repeated-choice";
    NotAlone "not-alone";
    TooFew "too-few";
    TooMany "too-many";
    TooSmall "too-small";
    TooLarge "too-large";
    NumberBetween "number-between";
    TooPrecise "too-precise";
    TooLong "too-long";
    Unprintable "unprintable";
    Constraint "constraint";
    WrongSingle "wrong-single";
    WrongMultiple "wrong-multiple";
    WrongRanking "wrong-ranking";
    WrongMatrix "wrong-matrix";
    WrongNumber "wrong-number";
    WrongDecimal "wrong-decimal";
    WrongText "wrong-text";
    WrongNote "wrong-note";
    Privacy "privacy";
    PrivacyLink "privacy-link";
    PrivacyNothing "privacy-nothing";
    PrivacyLook "privacy-look";
    PrivacyLookText "privacy-look-text";
    PrivacyAnswer "privacy-answer";
    PrivacyAnswerText "privacy-answer-text";
    PrivacyAnswers "privacy-answers";
    PrivacySurvey "privacy-survey";
    PrivacyMark "privacy-mark";
    PrivacyCode "privacy-code";
    PrivacyWeek "privacy-week";
    PrivacyNumber "privacy-number";
    PrivacyOwnWords "privacy-own-words";
    PrivacyNever "privacy-never";
    PrivacyNeverName "privacy-never-name";
    PrivacyNeverPlace "privacy-never-place";
    PrivacyNeverAddress "privacy-never-address";
    PrivacyNeverTime "privacy-never-time";
    PrivacyPhone "privacy-phone";
    PrivacyPhoneText "privacy-phone-text";
    PrivacyPhoneKept "privacy-phone-kept";
    PrivacyPhoneUnsent "privacy-phone-unsent";
    PrivacyPhoneLanguage "privacy-phone-language";
    PrivacySent "privacy-sent";
    PrivacySentText "privacy-sent-text";
    Access "access";
    AccessLead "access-lead";
    AccessAim "access-aim";
    AccessAimText "access-aim-text";
    AccessTested "access-tested";
    AccessTestedAxe "access-tested-axe";
    AccessTestedKeyboard "access-tested-keyboard";
    AccessTestedSize "access-tested-size";
    AccessTestedReader "access-tested-reader";
    AccessTestedWords "access-tested-words";
    AccessNot "access-not";
    AccessNotPeople "access-not-people";
    AccessNotLanguages "access-not-languages";
    AccessTell "access-tell";
    AccessTellText "access-tell-text";
    Print "print";
    PaperPrint "paper-print";
    PaperLarge "paper-large";
    PaperNormal "paper-normal";
    PaperHow "paper-how";
    PaperTick "paper-tick";
    PaperJump "paper-jump";
    PaperNoName "paper-no-name";
    PaperCode "paper-code";
    PaperHandIn "paper-hand-in";
    PaperNeeded "paper-needed";
    PaperRank "paper-rank";
    PaperOnly "paper-only";
    PaperOnlyThis "paper-only-this";
    PaperOnlyThese "paper-only-these";
    PaperNotYou "paper-not-you";
    PaperGo "paper-go";
    PaperGoEnd "paper-go-end";
    PaperGoIf "paper-go-if";
    PaperLeftOut "paper-left-out";
    PaperTicked "paper-ticked";
    PaperNotTicked "paper-not-ticked";
    PaperAnswered "paper-answered";
    PaperUnanswered "paper-unanswered";
    PaperWrote "paper-wrote";
    PaperNotWrote "paper-not-wrote";
    PaperMore "paper-more";
    PaperLess "paper-less";
    PaperAtLeast "paper-at-least";
    PaperAtMost "paper-at-most";
    PaperSame "paper-same";
    PaperLetters "paper-letters";
    PaperAnswer "paper-answer";
    PaperOr "paper-or";
    PaperQuote "paper-quote";
    PaperEnd "paper-end";
    PaperVersion "paper-version";
}

/// The English words, for whatever speaks outside a browser: commands, the endpoint,
/// tests.
pub fn english() -> &'static Catalogue {
    static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| {
        let json = include_str!("../../../../public/locales/en.json");
        // A test makes sure that it can be read; without it nothing would be said.
        Catalogue::read(json).unwrap_or_default()
    });
    &ENGLISH
}

#[cfg(test)]
mod tests;
