//! How each command is typed. A test runs every one of them past the parser.

/// Commands with their examples; the part of a command after a blank, the program itself without
/// a name.
const EXAMPLES: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "fenqi --demo",
            "fenqi due --days 7",
            "fenqi pay phone",
            "fenqi can 4999 --periods 12",
        ],
    ),
    (
        "due",
        &["fenqi due --days 7", "fenqi due --line mi --fail-overdue"],
    ),
    ("plans", &["fenqi plans", "fenqi plans 手机 --all"]),
    ("show", &["fenqi show phone"]),
    ("limit", &["fenqi limit", "fenqi limit mi --on +30"]),
    (
        "can",
        &[
            "fenqi can 4999 --periods 12 --down 999",
            "fenqi can 4999 --line mi --by 11-11",
        ],
    ),
    ("unlock", &["fenqi unlock mi 3000 --by +14 --cash 2000"]),
    ("alerts", &["fenqi alerts --json"]),
    (
        "offers",
        &["fenqi offers 4999 --periods 12 --offer 招行=upfront:7.2% --offer 商城=none"],
    ),
    (
        "pay",
        &[
            "fenqi pay phone",
            "fenqi pay phone --amount 2000 --prepay shorten --dry-run",
        ],
    ),
    (
        "verify",
        &["fenqi verify", "fenqi verify phone --n 3 --on -1"],
    ),
    (
        "add",
        &[
            "fenqi add --item 'Xiaomi 15 Pro' --line mi --price 5999 --down 1000 --periods 12 --fee flat:0.6%",
            "fenqi add --item 手机 --principal 3000 --periods 6 --first-due 4-20 --paid-through 2",
        ],
    ),
    (
        "settle",
        &[
            "fenqi settle phone --quote",
            "fenqi settle phone --amount 3812.50 --on -1",
        ],
    ),
    ("refund", &["fenqi refund phone 300 --ref R20260310"]),
    ("defer", &["fenqi defer phone --n 5 --to 12-10 --fee 8"]),
    (
        "pause",
        &[
            "fenqi pause phone --until +14 --why 退货",
            "fenqi pause phone --resume",
        ],
    ),
    (
        "amend",
        &[
            "fenqi amend phone --n 12 --principal 416.62",
            "fenqi amend phone --n 5 --due 2026-12-05 --and-later --dry-run",
        ],
    ),
    ("note", &["fenqi note phone 保修到 2027-03"]),
    ("remove", &["fenqi remove phone --dry-run"]),
    ("edit", &["fenqi edit phone"]),
    ("unpay", &["fenqi unpay phone --n 3"]),
    ("undo", &["fenqi undo", "fenqi undo --list"]),
    ("redo", &["fenqi redo"]),
    ("restored", &["fenqi restored phone --n 3 --on yesterday"]),
    ("seen", &["fenqi seen mi 3900"]),
    (
        "cost",
        &[
            "fenqi cost phone",
            "fenqi cost --principal 12000 --periods 12 --fee flat:0.6%",
        ],
    ),
    ("forecast", &["fenqi forecast --months 6"]),
    ("funds", &["fenqi funds --days 14"]),
    (
        "init",
        &["fenqi init", "fenqi init --file ~/money/fenqi.toml"],
    ),
    (
        "doctor",
        &[
            "fenqi doctor",
            "fenqi doctor other.toml",
            "fenqi doctor --prove .",
        ],
    ),
    (
        "rules",
        &["fenqi rules", "fenqi rules huabei", "fenqi rules --line mi"],
    ),
    ("keys", &["fenqi keys"]),
    (
        "config",
        &[
            "fenqi config",
            "fenqi config --default > ~/.config/fenqi/config.toml",
        ],
    ),
    (
        "case open",
        &[
            "fenqi case open mi",
            "fenqi case open phone --kind wrong-amount --n 3",
        ],
    ),
    (
        "case log",
        &["fenqi case log c1 在线客服答复三天内恢复 --promise +3"],
    ),
    ("case close", &["fenqi case close c1 --outcome 已恢复"]),
    ("case list", &["fenqi case list --all"]),
    ("case show", &["fenqi case show c1"]),
    ("case export", &["fenqi case export c1"]),
    ("case proof", &["fenqi case proof c1 screenshot.png"]),
    ("case answer", &["fenqi case answer c1 credit-review=no"]),
    (
        "way add",
        &["fenqi way add mi '小米商城 App → 我的 → 小米分期'"],
    ),
    (
        "way move",
        &["fenqi way move mi --to '小米金融 App → 还款'"],
    ),
    (
        "set",
        &[
            "fenqi set phone --item 'Xiaomi 15 Pro' --order 5240118809375512",
            "fenqi set phone --price 5499 --dry-run",
        ],
    ),
    (
        "line",
        &[
            "fenqi line add 花呗 --limit 8000",
            "fenqi line set mi --limit 6000",
        ],
    ),
    (
        "line add",
        &["fenqi line add 花呗 --limit 8000 --provider huabei"],
    ),
    (
        "line set",
        &["fenqi line set mi --limit 6000 --on -1 --why 降额"],
    ),
    ("method", &["fenqi method add 招商储蓄卡 --last4 1234"]),
    (
        "method add",
        &["fenqi method add 招商储蓄卡 --kind debit-card --last4 1234"],
    ),
    ("line list", &["fenqi line list --json"]),
    ("line remove", &["fenqi line remove old"]),
    ("method list", &["fenqi method list"]),
    ("method remove", &["fenqi method remove cmb --dry-run"]),
    ("method set", &["fenqi method set cmb --expires 2028-05-31"]),
    ("way close", &["fenqi way close mi --n 1"]),
    ("way confirm", &["fenqi way confirm mi"]),
    (
        "way contact",
        &["fenqi way contact mi --hotline 400-000-0000"],
    ),
    (
        "way notice",
        &["fenqi way notice mi '入口调整' --source 官网公告"],
    ),
    (
        "case",
        &[
            "fenqi case open mi",
            "fenqi case log c1 在线客服答复三天内恢复 --promise +3",
            "fenqi case export c1",
            "fenqi case close c1 --outcome 已恢复",
        ],
    ),
    (
        "way",
        &[
            "fenqi way mi",
            "fenqi way move mi --to '小米金融 App → 还款'",
            "fenqi way confirm mi",
            "fenqi way contact mi --hotline 400-000-0000 --service 'App → 客服'",
            "fenqi way notice mi '入口调整' --source 官网公告",
        ],
    ),
    (
        "refused",
        &[
            "fenqi refused mi --item 手机 --amount 2999 --said 暂不支持分期",
            "fenqi refused mi --answer eligible=no",
        ],
    ),
    ("failed", &["fenqi failed phone --said 银行卡交易失败"]),
    (
        "export",
        &[
            "fenqi export ics --out fenqi.ics --force",
            "fenqi export hledger --future",
        ],
    ),
    (
        "export ics",
        &[
            "fenqi export ics --out fenqi.ics --force",
            "fenqi export ics --alarm 3",
        ],
    ),
    (
        "export csv",
        &[
            "fenqi export csv --out fenqi.csv",
            "fenqi export csv --table payments --raw",
        ],
    ),
    ("export json", &["fenqi export json --out fenqi.json"]),
    (
        "export hledger",
        &[
            "fenqi export hledger --out fenqi.journal",
            "fenqi export hledger --future",
        ],
    ),
    (
        "export beancount",
        &["fenqi export beancount --out fenqi.beancount"],
    ),
    (
        "completions",
        &[
            "source <(fenqi completions bash)",
            "source <(fenqi completions zsh)",
            "fenqi completions fish > ~/.config/fish/completions/fenqi.fish",
            "fenqi completions powershell | Out-String | Invoke-Expression",
        ],
    ),
    (
        "man",
        &[
            "fenqi man | man -l -",
            "fenqi man --out ~/.local/share/man/man1",
        ],
    ),
    ("status", &["fenqi status", "fenqi status --format waybar"]),
    (
        "remind",
        &["fenqi remind --notify", "fenqi remind --days 3"],
    ),
    (
        "import",
        &[
            "fenqi import alipay_record.csv",
            "fenqi import 微信支付账单.xlsx --yes",
            "fenqi import bank.csv --from mybank --row 26 --yes",
        ],
    ),
    (
        "sms",
        &["fenqi sms < message.txt", "pbpaste | fenqi sms --yes"],
    ),
];

/// The examples of a command, a line each.
pub(super) fn of(command: &str) -> &'static [&'static str] {
    let known = EXAMPLES.iter().find(|(name, _)| *name == command);
    known.map_or(&[], |(_, examples)| examples)
}
