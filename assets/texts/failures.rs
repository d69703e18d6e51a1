// Why a file could not be read or saved, with what to do.

texts! {
    failure_no_home { zh: "找不到主目录；用 --file 指定账本", en: "there is no home directory; name the book with --file" }
    failure_empty_path { zh: "文件路径是空的；写上路径", en: "the path of the file is empty; give one" }
    failure_missing(path: &str) { zh: "没有账本 {path}", en: "there is no book at {path}" }
    failure_missing_hint { zh: "fenqi init 建一个，或用 fenqi --demo 先看看", en: "make one with `fenqi init`, or look around with `fenqi --demo`" }
    failure_dangling(path: &str) { zh: "{path} 是链接，它指的文件不存在", en: "{path} is a link to a file that does not exist" }
    failure_link_loop(path: &str) { zh: "{path} 的链接绕成了圈", en: "{path}: its links go in a circle" }
    failure_not_a_file(path: &str) { zh: "{path} 不是文件", en: "{path} is not a file" }
    failure_too_large(path: &str) { zh: "{path} 超过 8 MB，不像账本", en: "{path} is larger than 8 MB; that is no book" }
    failure_utf16(path: &str) { zh: "{path} 是 UTF-16；请另存为 UTF-8", en: "{path} is UTF-16; save it as UTF-8" }
    failure_not_utf8(path: &str, offset: usize) { zh: "{path} 不是 UTF-8（第 {offset} 字节起）；请另存为 UTF-8", en: "{path} is not UTF-8 (from byte {offset} on); save it as UTF-8" }
    failure_unreadable(path: &str, why: &str) { zh: "读不了 {path}：{why}", en: "cannot read {path}: {why}" }
    failure_problems(path: &str, n: usize) { zh: "{path} 有 {n} 处问题", en: "{path} has {n} problems", one(n): "{path} has {n} problem" }
    failure_warnings(path: &str, n: usize) { zh: "{path} 没有错误，{n} 处提醒", en: "{path} has no errors, {n} warnings", one(n): "{path} has no errors, {n} warning" }
    failure_fine(path: &str) { zh: "{path} 没有问题", en: "{path} is fine" }
    failure_calendar(path: &str) { zh: "工作日历 {path} 有问题", en: "the working-day calendar {path} has problems" }
    failure_not_saved(why: &str) { zh: "没存上，文件没有动：{why}", en: "not saved, the file is as it was: {why}" }
    failure_unconfirmed(why: &str) { zh: "已写入，但磁盘没有确认（{why}）；请检查磁盘", en: "saved, but the disk did not confirm it ({why}); check the disk" }
    failure_read_only(path: &str) { zh: "文件是只读的；chmod u+w {path} 之后再试", en: "the file is read-only; `chmod u+w {path}` and try again" }
    failure_foreign { zh: "文件属于别的用户", en: "the file belongs to somebody else" }
    failure_hard_links { zh: "文件有多个硬链接，替换会让它们分开；请先去掉硬链接", en: "the file has other hard links that would keep the old text; remove them first" }
    failure_locked { zh: "另一个程序占着文件；稍后再试", en: "another program keeps the file locked; try again later" }
    failure_locked_by(holder: &str) { zh: "{holder} 占着文件；等它结束再试", en: "{holder} keeps the file locked; try again when it is done" }
    failure_exists(path: &str) { zh: "{path} 已经有了，没有动它", en: "{path} exists already and was left alone" }
    failure_is_the_book(path: &str) { zh: "{path} 就是账本，没有动它；换一个文件名", en: "{path} is the book itself and was left alone; take another name" }
    failure_nothing_to_undo { zh: "没有可撤销的更改", en: "there is nothing to undo" }
    failure_nothing_to_redo { zh: "没有可重做的更改", en: "there is nothing to redo" }
    failure_changed_since(what: &str) { zh: "“{what}”之后那里被改过，不能单独撤销；请直接改文件", en: "what \"{what}\" touched was edited since; change the file by hand" }
    failure_keeps_changing { zh: "文件一直在被别的程序改；稍后再试", en: "somebody saves the file again and again; try again later" }
    failure_square { zh: "改后的文本和要做的更改不一致，所以没有写入；请报告这个问题", en: "the edited text would not mean what was asked, so nothing was written; please report this" }
    failure_disk_full { zh: "磁盘满了", en: "the disk is full" }
    failure_no_permission { zh: "没有权限", en: "permission denied" }
    failure_read_only_disk { zh: "文件系统是只读的", en: "the file system is read-only" }
    failure_while(step: &str, why: &str) { zh: "{step}：{why}", en: "{step}: {why}" }
    step_lock { zh: "打开文件", en: "opening the file" }
    step_history { zh: "写撤销记录", en: "writing the history" }
    step_new_file { zh: "在文件旁写新内容", en: "writing the new text beside the file" }
    step_replace { zh: "换上新内容", en: "putting the new text in place" }
    failure_kept(path: &str) { zh: "有人同时改过文件，那份改动在 {path}", en: "somebody's edits at the same moment are kept in {path}" }
    failure_damaged_history { zh: "撤销记录有损坏的行，已跳过", en: "damaged lines of the history were passed over" }
    failure_output(why: &str) { zh: "写不出结果：{why}", en: "cannot write the result: {why}" }
    failure_output_after_saving(why: &str) { zh: "已保存，但写不出结果：{why}", en: "saved, but cannot write the result: {why}" }
    failure_clock { zh: "系统日期不对；校准时钟，或用 --today 指定日期", en: "the clock looks wrong; set it, or give the day with --today" }
}

texts! {
    failure_not_editable { zh: "那个地方的写法程序改不了，所以没有写入；请直接改文件", en: "that place is written in a way this program does not edit, so nothing was written; change the file by hand" }
    failure_now_broken(path: &str) { zh: "{path} 刚被改过，现在有问题；fenqi doctor 看是哪里", en: "{path} was edited meanwhile and has problems now; `fenqi doctor` names them" }
}
