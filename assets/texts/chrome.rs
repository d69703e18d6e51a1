// First and last line, what has just happened, and what takes the place of a view.

texts! {
    chrome_too_small(width: u16, height: u16) { zh: "窗口太小，要 {width}x{height}", en: "too small: {width}x{height}" }
    chrome_not_saved { zh: "没存上", en: "not saved" }
    chrome_drop_title { zh: "放弃？", en: "Drop it?" }
    chrome_drop_form { zh: "填的内容还没记下。放弃吗？", en: "What you typed is not recorded. Drop it?" }
}

// What has just happened.
texts! {
    chrome_did_pay(item: &str, n: u32) { zh: "已记 {item} 第 {n} 期", en: "paid {item} no. {n}" }
    chrome_did_pay_part(item: &str, n: u32) { zh: "已记 {item} 第 {n} 期部分", en: "part paid {item} no. {n}" }
    chrome_did_unpay(item: &str, n: u32) { zh: "已撤回 {item} 第 {n} 期的还款", en: "took back the payment of {item} no. {n}" }
    chrome_did_restore(item: &str, n: u32) { zh: "{item} 第 {n} 期的额度已恢复", en: "the limit of {item} no. {n} is back" }
    chrome_did_see(line: &str) { zh: "已记 {line} 显示可用", en: "noted what {line} shows" }
    chrome_did_change { zh: "改好了", en: "changed" }
    chrome_undid(what: &str) { zh: "已撤销：{what}", en: "undone: {what}" }
    chrome_redid(what: &str) { zh: "已重做：{what}", en: "done again: {what}" }
    chrome_unchanged { zh: "文件里已经是这样", en: "the file says so already" }
    chrome_kept(path: &str) { zh: "放不下的改动另存在 {path}", en: "edits that did not fit are kept in {path}" }
    chrome_unconfirmed { zh: "已写入，但磁盘没有确认", en: "written, but the disk did not confirm it" }
    chrome_read_only_now { zh: "文件有错，改好之前不能记账", en: "the file has problems; nothing can be changed until they are gone" }
    chrome_no_file(key: &str) { zh: "还没有账本：按 {key} 记第一个分期", en: "there is no book yet: {key} writes the first plan down" }
    chrome_file_missing { zh: "文件不见了，显示的是之前读到的", en: "the file is gone; this is what was read before" }
    chrome_erased(item: &str, n: u32, key: &str) { zh: "别的程序抹掉了 {item} 第 {n} 期的还款；按 {key} 补回", en: "another program erased {item} no. {n}; {key} puts it back" }
    chrome_erased_several(count: usize, key: &str) { zh: "别的程序抹掉了 {count} 笔还款；按 {key} 补回", en: "another program erased {count} payments; {key} puts them back" }
    chrome_reloaded { zh: "文件在外面改过，已重新读取", en: "the file was changed outside; it was read again" }
    chrome_paste_too_long { zh: "粘贴的太长，只收下了前面的", en: "that was too long to paste; only its beginning went in" }
    chrome_nothing_typed { zh: "这里不能粘贴", en: "nothing can be pasted here" }
    chrome_form_closed { zh: "这一期已在别处记过或改过，没有再记", en: "this one was paid or changed elsewhere; the form was closed, nothing was recorded" }
    chrome_unknown_key_above { zh: "这个键在这里没有用，按 Esc 关闭", en: "this key does nothing here; Esc closes" }
    chrome_nothing_selected { zh: "先选一个计划或一期", en: "select a plan or an installment first" }
    chrome_nothing_restoring { zh: "这里没有等着恢复的额度", en: "nothing here is on its way back" }
    chrome_already_paid(item: &str, n: u32) { zh: "{item} 第 {n} 期已经还过", en: "{item} no. {n} is paid already" }
    chrome_unknown_key(help: &str) { zh: "这个键在这里没有用，按 {help} 看帮助", en: "this key does nothing here; {help} shows the keys" }
    chrome_input_method { zh: "输入法是中文状态，按 Shift 切到英文再按键", en: "a Chinese input method is on: press Shift, then the key" }
    chrome_amounts_hidden(key: &str) { zh: "金额遮住了，再按 {key} 显示", en: "amounts are hidden; {key} shows them" }
    chrome_amounts_shown { zh: "金额显示了", en: "amounts are shown" }
    chrome_no_editor(why: &str) { zh: "打不开编辑器：{why}", en: "the editor did not start: {why}" }
    chrome_demo_only { zh: "这是演示，不保存", en: "this is the demo; nothing is saved" }
}

// What a field of the payment form understands.
texts! {
    chrome_field_amount { zh: "金额可写 3299、3,299、1.2万", en: "amounts: 3299, 3,299, 1.2k" }
    chrome_field_date { zh: "日期可写 今天、昨天、-1、3-7、2026-3-7", en: "days: today, yesterday, -1, 3-7, 2026-3-7" }
    chrome_field_via { zh: "用 ← → 选还款方式，或按首字母", en: "choose with ← →, or by the first letter" }
    chrome_field_reference { zh: "流水号，可不填", en: "the bank's reference; may stay empty" }
}

// Why the file is as it was.
texts! {
    chrome_failed(why: &str) { zh: "没存上：{why}", en: "not saved: {why}" }
    chrome_unreadable(why: &str) { zh: "读不了文件：{why}", en: "the file cannot be read: {why}" }
    chrome_read_only { zh: "文件只读", en: "the file is read-only" }
    chrome_foreign { zh: "文件属于别的用户", en: "the file belongs to somebody else" }
    chrome_hard_links { zh: "文件有别的硬链接", en: "the file has other hard links" }
    chrome_locked { zh: "别的程序正占用文件", en: "another program holds the file" }
    chrome_locked_by(who: &str) { zh: "{who} 正占用文件", en: "{who} holds the file" }
    chrome_exists { zh: "同名文件已经有了", en: "a file of that name exists" }
    chrome_nothing_to_undo { zh: "没有可撤销的", en: "nothing to undo" }
    chrome_nothing_to_redo { zh: "没有可重做的", en: "nothing to redo" }
    chrome_changed_since { zh: "文件之后又改过，撤销不了", en: "the file was edited since; it stays as it is" }
    chrome_keeps_changing { zh: "文件一直在变，请再试", en: "the file keeps changing; try again" }
    chrome_would_differ { zh: "改出来的文件会读成别的意思，没写", en: "the edited file would read differently; nothing was written" }
}

// A file that cannot be read.
texts! {
    banner_wrong(line: usize, column: usize, words: &str) { zh: "第 {line} 行第 {column} 列：{words}", en: "line {line}, column {column}: {words}" }
    banner_more(first: &str, n: usize) { zh: "{first}（还有 {n} 处）", en: "{first} (and {n} more)" }
    banner_last_good { zh: "显示的是上次读到的；改好之前不能记账", en: "this is what was read before; nothing can be changed until it is right" }
    banner_nothing_read { zh: "改好之后会自动读取", en: "it is read again as soon as it is right" }
    banner_edit { zh: "打开文件", en: "open the file" }
    banner_away { zh: "文件不见了，显示的是之前读到的", en: "the file is gone; this is what was read before" }
    banner_unreadable { zh: "读不了文件", en: "the file cannot be read" }
}

// The first run.
texts! {
    welcome_title { zh: "你好，还没有账本", en: "Hello, no book yet" }
    welcome_add { zh: "记下第一个分期", en: "write your first plan down" }
    welcome_import { zh: "导入账单：支付宝、微信、京东……", en: "import a bill: Alipay, WeChat, JD, a card" }
    welcome_add_line { zh: "先记一条额度：花呗、白条、信用卡……", en: "a credit line first: a card, a wallet, a store" }
    welcome_create { zh: "在编辑器里写：带说明的样例文件", en: "write it in your editor: a commented sample" }
    welcome_create_short { zh: "在编辑器里写", en: "write it in your editor" }
    welcome_demo { zh: "看看演示数据（不保存）", en: "look at demo data (nothing is saved)" }
    welcome_help { zh: "都有哪些键", en: "all the keys" }
    welcome_quit { zh: "退出", en: "quit" }
    welcome_where { zh: "数据只在这台电脑上，一个文本文件：", en: "Your data stays here, in one text file:" }
    welcome_language(lang: &str, theme: &str) { zh: "语言 {lang}（--lang en）   主题 {theme}", en: "language {lang} (--lang zh)   theme {theme}" }
    welcome_theme_dark { zh: "深色", en: "dark" }
    welcome_theme_light { zh: "浅色", en: "light" }
    welcome_theme_mono { zh: "无色", en: "no colours" }
    welcome_theme_auto { zh: "自动", en: "auto" }
}
