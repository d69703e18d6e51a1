// Settings, themes and own keys: what they mean, and what can be wrong with them.

texts! {
    problem_colour(found: &str) { zh: "“{found}”不是颜色", en: "\"{found}\" is no colour" }
    problem_colour_hint { zh: "写成 \"#82aaff\"：井号加六位十六进制", en: "write \"#82aaff\": a hash and six hexadecimal digits" }
    problem_contrast(ink: &str, ground: &str, ratio: &str) { zh: "{ink} 在 {ground} 上看不清：对比度 {ratio}，至少要 4.50", en: "{ink} on {ground} is hard to read: contrast {ratio}, 4.50 is the least" }
    problem_contrast_hint { zh: "把其中一个调亮或调暗", en: "make one of them lighter or darker" }
    config_bills { zh: "自己的账单格式：哪一列是什么，fenqi import 用；可以有好几个", en: "bills of your own for `fenqi import`: which column means what; there may be several" }
    config_bill {
        zh: "#   [[import]]
#   name = \"mybank\"              # --from 用的名字
#   date = \"Booked\"              # 日期那一列的名字
#   date-format = \"%d/%m/%Y\"     # 不写就是年月日
#   amount = \"Sum\"
#   text = \"What for\"
#   order = \"Ref\"                # 单号，可不写
#   method = \"Account\"           # 付款方式，可不写
#   line = \"card\"                # 都属于哪条额度，可不写
#   repayment = [\"repayment\"]    # 哪些字表示还款，可不写
",
        en: "#   [[import]]
#   name = \"mybank\"              # what --from calls it
#   date = \"Booked\"              # the column of the day
#   date-format = \"%d/%m/%Y\"     # without it: year, month, day
#   amount = \"Sum\"
#   text = \"What for\"
#   order = \"Ref\"                # the reference; optional
#   method = \"Account\"           # how it was paid; optional
#   line = \"card\"                # the line it is all about; optional
#   repayment = [\"repayment\"]    # words that mean a repayment; optional
"
    }
    problem_domain(found: &str) { zh: "“{found}”不是域名", en: "\"{found}\" is no domain" }
    problem_domain_hint { zh: "写成 \"mi.com\"：小写，没有 https:// 和路径", en: "write it like \"mi.com\": small letters, no https:// and no path" }
    problem_date_format(found: &str) { zh: "“{found}”不是日期的写法", en: "\"{found}\" is no form of a date" }
    problem_date_format_hint { zh: "%Y 年，%m 月，%d 日；例如 \"%d/%m/%Y\"", en: "%Y year, %m month, %d day; like \"%d/%m/%Y\"" }
    problem_theme(found: &str) { zh: "没有主题“{found}”", en: "there is no theme \"{found}\"" }
    problem_theme_hint { zh: "auto | dark | light | auto-cvd | dark-cvd | light-cvd | terminal | mono，或 themes/ 里自己的", en: "auto | dark | light | auto-cvd | dark-cvd | light-cvd | terminal | mono, or one of your own in themes/" }
    problem_action(found: &str) { zh: "没有操作“{found}”", en: "no action is named \"{found}\"" }
    problem_action_hint { zh: "名字见 fenqi keys", en: "fenqi keys lists the names" }
    problem_key(found: &str) { zh: "“{found}”不是按键", en: "\"{found}\" is no key" }
    problem_key_hint { zh: "写成 \"p\"、\"Ctrl-r\"、\"Alt-x\"、\"F5\"、\"PgDn\" 或 \"Space\"", en: "write it like \"p\", \"Ctrl-r\", \"Alt-x\", \"F5\", \"PgDn\" or \"Space\"" }
    problem_key_reserved(key: &str) { zh: "{key} 在哪里都是同一个意思，不能改", en: "{key} means the same everywhere and cannot be changed" }
    problem_key_reserved_hint { zh: "换一个键；Esc、⏎、数字和 Ctrl-c 是固定的", en: "take another key; Esc, ⏎, digits and Ctrl-c are fixed" }
    problem_key_letter(key: &str) { zh: "{key} 在这里是要输入的字", en: "{key} is a letter to be typed there" }
    problem_key_letter_hint { zh: "用 Ctrl、Alt 加字母，或 F5 这样的键", en: "use a letter with Ctrl or Alt, or a key like F5" }
    problem_key_twice(key: &str, other: &str) { zh: "{key} 已经是 {other} 的键", en: "{key} is already the key of {other}" }
    problem_key_twice_at(key: &str, other: &str, line: usize) { zh: "{key} 已经在第 {line} 行给了 {other}", en: "{key} was given to {other} on line {line}" }
    problem_key_twice_hint { zh: "换一个键，或给那个操作另写一个键", en: "take another key, or give the other action a key of its own" }

    welcome_theme_terminal { zh: "终端的颜色", en: "the terminal's colours" }
    welcome_theme_cvd { zh: "色弱友好", en: "colour-blind safe" }
    welcome_theme_own { zh: "自己的主题", en: "your own" }

    help_of_row { zh: "可以做什么", en: "What can be done" }

    config_lang { zh: "界面语言：zh、en，或 auto 跟随系统", en: "the language: zh, en, or auto as the system has it" }
    config_theme { zh: "主题：auto、dark、light、auto-cvd、dark-cvd、light-cvd（色弱友好）、terminal、mono，或 themes/ 里自己的", en: "the theme: auto, dark, light, auto-cvd, dark-cvd, light-cvd (colour-blind safe), terminal, mono, or your own in themes/" }
    config_color { zh: "颜色：auto、always、never", en: "colours: auto, always, never" }
    config_ascii { zh: "边框和符号只用 ASCII：auto、true、false", en: "borders and signs in ASCII only: auto, true, false" }
    config_mouse { zh: "用鼠标；false 时终端自己选择文字", en: "use the mouse; with false the terminal selects text itself" }
    config_hide { zh: "打开时遮住金额", en: "open with all amounts hidden" }
    config_file { zh: "账本文件；相对路径从配置文件所在目录算起，~/ 是主目录", en: "the book; a relative path counts from the settings file, ~/ is your home" }
    config_keys { zh: "操作 = [键]；名字见 fenqi keys；写了就代替原来的键", en: "action = [keys]; fenqi keys lists the names; what stands here replaces the usual keys" }
    config_from_flag { zh: "命令行", en: "command line" }
    config_from_environment(name: &str) { zh: "环境变量 {name}", en: "environment, {name}" }
    config_from_file { zh: "配置文件", en: "settings file" }
    config_from_default { zh: "默认", en: "default" }
    config_where(path: &str) { zh: "配置文件：{path}", en: "settings file: {path}" }
    config_where_missing(path: &str) { zh: "配置文件：{path}（还没有；fenqi config --default 打印一份带说明的）", en: "settings file: {path} (none yet; fenqi config --default prints a commented one)" }
    config_head { zh: "# fenqi 的配置。删掉行首的 # 就生效；没写的用默认值。", en: "# Settings of fenqi. Take the # away and a line counts; what is left out has its default." }
    config_broken(what: &str) { zh: "配置没有全部生效：{what}", en: "some settings are not used: {what}" }
    config_bad_variable(name: &str, value: &str) { zh: "环境变量 {name} 的值“{value}”不认识，按没写算", en: "the environment variable {name} has no meaning as \"{value}\"; it is passed over" }
    config_own_keys(count: usize) { zh: "自己的键：{count} 个操作", en: "own keys: {count} actions", one(count): "own keys: {count} action" }
    config_no_place { zh: "找不到主目录，所以没有配置文件", en: "there is no home directory, so there is no settings file" }
    config_named_missing(path: &str) { zh: "没有这个配置文件：{path}", en: "there is no such settings file: {path}" }
    help_config { zh: "全部配置项：意思、现在的值、从哪里来", en: "every setting: what it means, its value now, and where that comes from" }
    help_arg_config { zh: "配置文件（或环境变量 FENQI_CONFIG）", en: "the settings file (or the environment variable FENQI_CONFIG)" }
    help_arg_ascii { zh: "边框和符号只用 ASCII", en: "borders and signs in ASCII only" }
    help_arg_config_default { zh: "打印一份带说明的默认配置", en: "print a commented file of defaults" }
    help_arg_theme_names { zh: "界面主题：auto、dark、light、auto-cvd、dark-cvd、light-cvd、terminal、mono，或自己的", en: "the dashboard's theme: auto, dark, light, auto-cvd, dark-cvd, light-cvd, terminal, mono, or your own" }
}
