// What was paid on time, and the totals of a line beside it.

texts! {
    record_on_time(on_time: usize) { zh: "准时 {on_time} 期", en: "{on_time} paid on time" }
    record_late(late: usize, worst: u32) { zh: "晚还 {late} 期，最久 {worst} 天", en: "{late} late, by {worst} days at most", one(worst): "{late} late, by {worst} day at most" }
    record_late_count(late: usize) { zh: "晚还 {late} 期", en: "{late} late" }
    record_none { zh: "还没有", en: "none yet" }
    record_label { zh: "守时记录", en: "record" }
    record_limits { zh: "额度变化和当时的守时记录", en: "Totals, and how on time payments had been" }
    record_now { zh: "现在", en: "now" }
    record_unknown { zh: "未知", en: "unknown" }
}

texts! {
    change_contact(line: &str) { zh: "{line} 的客服方式", en: "{line}: how to reach the service" }
    change_notice(line: &str, text: &str) { zh: "{line} 公告：{text}", en: "{line} announced: {text}" }
    help_way_contact { zh: "记客服热线和在线客服", en: "note how to reach the service" }
    help_way_notice { zh: "记一条官方公告", en: "note an official announcement" }
    help_arg_hotline { zh: "客服热线", en: "the number to call" }
    help_arg_service { zh: "在线客服在哪里", en: "where to write to" }
    help_arg_source { zh: "在哪里看到的", en: "where it was read" }
    help_arg_notice { zh: "公告说了什么", en: "what it says" }
}

texts! {
    cli_progress_ended(done: usize, of: u32, ended: usize, paid: &str, left: &str) { zh: "已还 {done}/{of} 期，另 {ended} 期不用再还，已付 {paid}，待还 {left}", en: "{done}/{of} installments paid, {ended} more need no paying, {paid} so far, {left} left", one(ended): "{done}/{of} installments paid, {ended} more needs no paying, {paid} so far, {left} left" }
    cli_editor_failed(status: &str) { zh: "编辑器没有正常结束（{status}）；以文件里现在的内容为准", en: "the editor did not end well ({status}); what counts is what stands in the file now" }
}
