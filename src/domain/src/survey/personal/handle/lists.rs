//! The words around names on social media. In small letters, divided by single spaces.

/// Platforms, games and what else a name is called there.
pub(super) const PLATFORMS: &str = "snap snapie snapa snapu sc ig insta tiktok tok fb yt youtube twitter twitch kik \
    telegram whatsapp discord roblox xbox psn steam bereal vsco threads fortnite minecraft insta's snap's username gamertag \
    інста інсти інсту тікток тіктоці телеграм телеграмі діскорд дискорд снап снапчат снапі \
    انستا انستغرام سناب سنابي سناب_شات تيكتوك توك تيليجرام ديسكورد \
    انسٹا انسٹاگرام سنیپ ٹاک ڈسکارڈ";

/// How longer names of platforms begin in any case of any language.
pub(super) const STEMS: &str =
    "snapchat instagram tiktok discord facebook інстаграм дискорд انستقرام";

/// Asking to be added, which goes with a name of certain shape alone.
pub(super) const ADD: &str = "add follow";

/// What stands between a platform and the name there.
pub(super) const JOINING: &str = "im i'm is its it's as name user username handle tag id me it jest to je mam nick nazwa user's це ім'я هو اسمي نام ہے";

/// Short names of platforms, and words that are said of a name there even without "my".
pub(super) const CALLED: &str = "snap sc ig insta insta's snap's username gamertag";

/// What says that a platform is the writer's own.
pub(super) const OWN: &str =
    "my add follow message dm mój moja moje moj můj moje můj мій моя мої حسابي میرا";

/// What stands between a name and its platform.
pub(super) const ON: &str = "on na на في پر";

/// What may follow a name. Before any other word, a plain word is part of a sentence.
pub(super) const AFTER: &str = "and add or if on so pls please plz lol x xx xxx ok hmu follow";

/// Words after "@" that is short for "at".
pub(super) const NOT_TAGGED: &str = "home school night nights lunch the my work college park parks town church mosque gym uni mine \
    yours ours football training dinner break weekend weekends nan nans nan's mums mum's dads dads dad's his her \
    their your our this that all least once first last any every some one two a an mcdonalds maccies asda tesco \
    youth club clubs sport sports swimming everyone everybody anyone people me us";

/// What people say about platforms after "is", ":" and the like.
pub(super) const ABOUT: &str = "good great cool okay alright quiet loud empty pricey fine best worse worst better trash rubbish dead evil sick dumb stupid lame \
    peak safe scary weird free down slow fake mean rude nice love hate often daily weekly never always sometimes \
    rarely none lots hourly monthly every everyday yes everyone nothing everything people also just only mostly used \
    full private public broken open here there gone mine well hard easy much more less very really super nudny \
    nudna fajny fajna spoko dobry dobra nuda skvely hrozny friends friend account accounts videos video streaks \
    streak channel game games followers messages message stories story posts post group groups page addict \
    secret password where what like this that with from ours theirs yours hers mums dads kids teens older younger \
    crazy funny pretty silly messy lovely horrible terrible awesome brill class mint snapchat instagram tiktok \
    photo photos picture pictures map maps score points drama news memes shopping music dance dances trends \
    life time hours minutes stars tell help really only mostly friendly family";

/// How such words end. Not in "-ed", "-ly" or "-ic": so do Ahmed, Emily and Eric.
pub(super) const ABOUT_ENDINGS: &str = "ing cked nned ted ded sed ged ful ous ive tic xic ble less iant llent rent tant vant \
    test tion ment ism ish";
