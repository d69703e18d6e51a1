// What the commands print.

texts! {
    cli_no_plan(typed: &str) { zh: "没有计划“{typed}”", en: "there is no plan \"{typed}\"" }
    cli_no_line(typed: &str) { zh: "没有额度“{typed}”", en: "there is no credit line \"{typed}\"" }
    cli_no_method(typed: &str) { zh: "没有还款方式“{typed}”", en: "there is no way to pay called \"{typed}\"" }
    cli_ambiguous(typed: &str) { zh: "“{typed}”不止一个，说得再具体些：", en: "\"{typed}\" may be several; be more exact:" }
    cli_did_you_mean(near: &str) { zh: "是不是 {near}？", en: "do you mean {near}?" }
    cli_known_ids(ids: &str) { zh: "有这些：{ids}", en: "there are: {ids}" }
    cli_bad_amount(typed: &str) { zh: "“{typed}”不是金额；写成 3299、3,299、441.58 或 1.2万", en: "\"{typed}\" is not an amount; write it like 3299, 3,299, 441.58 or 1.2万" }
    cli_amount_decimals(typed: &str, decimals: u32) { zh: "“{typed}”的小数多于 {decimals} 位；写成 441.58 这样", en: "\"{typed}\" has more than {decimals} decimals; write it like 441.58" }
    cli_amount_whole(typed: &str) { zh: "“{typed}”有小数，这种货币没有；写成 3299 这样", en: "\"{typed}\" has decimals, this currency has none; write it like 3299" }
    cli_amount_too_large(typed: &str) { zh: "“{typed}”太大；最多 1,000,000,000,000", en: "\"{typed}\" is too large; 1,000,000,000,000 at most" }
    cli_amount_zero { zh: "金额要大于 0", en: "the amount must be above zero" }
    cli_down_too_large { zh: "首付要少于总价", en: "the down payment must be less than the price" }
    cli_bad_date(typed: &str) { zh: "“{typed}”不是日期；写成 2026-03-07、3-7、今天、昨天、明天、-1 或 +3", en: "\"{typed}\" is not a date; write it like 2026-03-07, 3-7, today, yesterday, tomorrow, -1 or +3" }
    cli_bad_fee(typed: &str) { zh: "“{typed}”不是手续费；写成 none、flat:0.6%、flat:359.93、upfront:7.2%、annuity:17.4%、equal-principal:10.5% 或 daily:0.05%", en: "\"{typed}\" is not a fee; write none, flat:0.6%, flat:359.93, upfront:7.2%, annuity:17.4%, equal-principal:10.5% or daily:0.05%" }
    cli_bad_currency(typed: &str) { zh: "“{typed}”不是货币代码；写成 CNY 或 EUR", en: "\"{typed}\" is no currency code; write it like CNY or EUR" }
    cli_by_in_past { zh: "--by 要是今天或以后的日期", en: "--by has to be today or later" }
    cli_no_terminal { zh: "这里没有终端，打不开界面", en: "there is no terminal here, so the dashboard cannot open" }
    cli_no_terminal_hint { zh: "用 fenqi due 看要还什么；fenqi --help 列出全部命令", en: "use `fenqi due` to see what is to be paid; `fenqi --help` lists all commands" }
    cli_dashboard_only(flag: &str) { zh: "{flag} 只用于界面，不和命令一起用", en: "{flag} is for the dashboard and goes with no command" }
    cli_not_a_key(typed: &str) { zh: "没有“<{typed}>”这个键；写成 j、<enter>、<esc>、<c-r>、<type:200>", en: "there is no key \"<{typed}>\"; write them like j, <enter>, <esc>, <c-r>, <type:200>" }
    cli_bad_size(typed: &str) { zh: "“{typed}”不是窗口大小；写成 80x24", en: "\"{typed}\" is not a size; write it like 80x24" }
    cli_size_without_print { zh: "--size 要和 --print 一起用", en: "--size goes with --print" }
    cli_demo_nothing_saved { zh: "演示，不保存", en: "demo, nothing is saved" }
    cli_demo_cannot { zh: "演示账本不保存，所以做不了这个", en: "the demo is never saved, so this means nothing there" }
}

texts! {
    cli_due_none(days: u32) { zh: "{days} 天内没有要还的", en: "nothing is due within {days} days", one(days): "nothing is due within {days} day" }
    cli_due_total(days: u32, total: &str) { zh: "{days} 天内合计 {total}", en: "{total} within {days} days", one(days): "{total} within {days} day" }
    cli_due_overdue(amount: &str) { zh: "其中逾期 {amount}", en: "{amount} of it overdue" }
    cli_paid_so_far(amount: &str) { zh: "已还 {amount}", en: "{amount} paid" }
    cli_penalty_about(amount: &str) { zh: "罚息约 {amount}", en: "late cost about {amount}" }
    cli_penalty_unknown { zh: "罚息规则未知", en: "late cost unknown" }
    cli_plans_none { zh: "没有符合的计划", en: "no plan fits" }
    cli_plans_finished(n: usize) { zh: "另有 {n} 个已结束，--all 全部列出", en: "{n} more are finished; --all lists them", one(n): "{n} more is finished; --all lists it" }
    cli_left(amount: &str) { zh: "余 {amount}", en: "{amount} left" }
    cli_progress(done: usize, of: u32, paid: &str, left: &str) { zh: "已还 {done}/{of} 期，已付 {paid}，待还 {left}", en: "{done}/{of} installments paid, {paid} so far, {left} left", one(of): "{done}/{of} installment paid, {paid} so far, {left} left" }
    cli_sum { zh: "合计", en: "sum" }
    cli_due_day { zh: "应还日", en: "due" }
    cli_period { zh: "期", en: "no." }
    cli_principal { zh: "本金", en: "principal" }
    cli_fee { zh: "手续费", en: "fee" }
    cli_amount { zh: "应还", en: "amount" }
    cli_paid { zh: "已还", en: "paid" }
    cli_state { zh: "状态", en: "state" }
    cli_line { zh: "额度", en: "line" }
    cli_merchant { zh: "商家", en: "shop" }
    cli_order { zh: "订单号", en: "order" }
    cli_bought { zh: "下单", en: "bought" }
    cli_price { zh: "总价", en: "price" }
    cli_down_payment { zh: "首付", en: "down payment" }
    cli_account { zh: "账号", en: "account" }
    cli_paid_by { zh: "还款方式", en: "paid" }
    cli_paid_automatically(method: &str) { zh: "{method} 自动扣", en: "automatically from {method}" }
    cli_paid_by_hand { zh: "手动", en: "by hand" }
    cli_note { zh: "备注", en: "note" }
    cli_payments { zh: "还款记录", en: "Payments" }
    cli_refund_of(amount: &str) { zh: "退款 {amount}", en: "refund of {amount}" }
    cli_settled_with(amount: &str) { zh: "提前结清 {amount}", en: "settled with {amount}" }
    cli_deferred_from(due: &str) { zh: "原 {due}", en: "was {due}" }
    cli_limit_back(on: &str) { zh: "额度 {on} 恢复", en: "limit back {on}" }
    cli_paused_until(on: &str) { zh: "暂停到 {on}", en: "paused until {on}" }
    cli_only_fee_open(amount: &str) { zh: "本金已还清，还差手续费 {amount}", en: "the principal is paid, a fee of {amount} is still open" }
    cli_excess(amount: &str) { zh: "多付了 {amount}", en: "{amount} too much was paid" }
    cli_can_be_done { zh: "可以做", en: "What can be done" }
    cli_financed { zh: "实得", en: "financed" }
    cli_total_paid { zh: "共还", en: "paid in all" }
    cli_total_cost { zh: "总成本", en: "cost" }
    cli_nominal { zh: "单利年化", en: "nominal a year" }
    cli_effective { zh: "复利年化", en: "effective a year" }
    cli_stated { zh: "标称", en: "stated" }
    cli_total { zh: "总额", en: "total" }
    cli_temporary { zh: "临时", en: "temporary" }
    cli_available { zh: "可用", en: "available" }
    cli_expected { zh: "预计", en: "expected" }
    cli_by_day(on: &str) { zh: "{on} 前", en: "by {on}" }
    cli_window(earliest: &str, latest: &str) { zh: "预计 {earliest} 至 {latest}", en: "expected {earliest} to {latest}" }
    cli_window_passed(latest: &str) { zh: "应在 {latest} 前恢复", en: "should be back by {latest}" }
    cli_paid_on(on: &str) { zh: "{on} 还", en: "paid {on}" }
    cli_limits_none { zh: "账本里没有额度", en: "the book has no credit lines" }
}

texts! {
    cli_can_yes(amount: &str, lines: &str) { zh: "可以：{amount} 能用 {lines} 分期", en: "yes: {amount} fits {lines}" }
    cli_can_later(amount: &str, line: &str, from: &str) { zh: "稍后：{amount} 从 {from} 起能用 {line} 分期", en: "later: {amount} fits {line} from {from} on" }
    cli_can_after_paying(amount: &str, line: &str) { zh: "稍后：先还一部分，{amount} 就能用 {line} 分期", en: "later: {amount} fits {line} once something is paid first" }
    cli_can_no(amount: &str) { zh: "不行：{amount} 现在不能分期", en: "no: {amount} cannot be split now" }
    cli_fits_and_leaves(available: &str, left: &str) { zh: "可用 {available}，买后剩 {left}", en: "{available} available, {left} left after it" }
    cli_fits { zh: "到时候够", en: "it fits by then" }
    cli_fits_from(from: &str) { zh: "{from} 起可以", en: "from {from} on" }
    cli_pay_first(what: &str) { zh: "先还 {what}", en: "pay first: {what}" }
    cli_unlock(item: &str, n: u32, pay: &str, frees: &str) { zh: "{item} 第 {n} 期 {pay}（腾出 {frees}）", en: "{item} no. {n}, {pay} (frees {frees})" }
    cli_unlock_several(item: &str, first: u32, last: u32, pay: &str, frees: &str) { zh: "{item} 第 {first}–{last} 期共 {pay}（腾出 {frees}）", en: "{item} no. {first} to {last}, {pay} in all (frees {frees})" }
    cli_or_pay_down(amount: &str) { zh: "或首付 {amount}", en: "or {amount} down" }
    cli_available_now(amount: &str) { zh: "可用 {amount}", en: "{amount} available" }
    cli_alerts_none { zh: "没有要注意的", en: "nothing wants attention" }
}

texts! {
    cli_noted(what: &str) { zh: "已记 {what}", en: "noted: {what}" }
    cli_limit_expected(amount: &str, by: &str) { zh: "额度 {amount} 预计 {by} 前恢复", en: "{amount} of limit expected back by {by}" }
    cli_rest_of_installment(amount: &str) { zh: "这期还差 {amount}", en: "{amount} of it still open" }
    cli_plan_finished { zh: "这个计划还清了", en: "the plan is paid off" }
    cli_next_due(when: &str, amount: &str) { zh: "下一期 {when} {amount}", en: "next {when}, {amount}" }
    cli_already(why: &str) { zh: "不用再记：{why}", en: "nothing to do: {why}" }
    cli_undone(what: &str) { zh: "已撤销：{what}", en: "undone: {what}" }
    cli_redone(what: &str) { zh: "已重做：{what}", en: "done again: {what}" }
    cli_history_empty { zh: "还没有更改", en: "no changes yet" }
    cli_history_undone { zh: "（已撤销）", en: "(undone)" }
    cli_nothing_restoring { zh: "这个计划没有等待恢复的额度", en: "no limit of this plan is on its way back" }
    cli_created(path: &str) { zh: "已建 {path}", en: "made {path}" }
    cli_created_hint { zh: "用编辑器改成自己的，fenqi doctor 检查，fenqi 打开", en: "edit it, check it with `fenqi doctor`, open it with `fenqi`" }
    cli_seen_by_others(path: &str) { zh: "这台机器上的别人也能读它；chmod 600 {path} 就只有自己能读", en: "others on this machine can read it; `chmod 600 {path}` keeps it to yourself" }
    cli_not_to_be_saved(why: &str) { zh: "现在改不了：{why}", en: "no change could be saved now: {why}" }
    cli_prove_nowhere(path: &str, why: &str) { zh: "没法在 {path} 里试：{why}", en: "nothing can be tried in {path}: {why}" }
    cli_prove_trial { zh: "试了什么", en: "what was tried" }
    cli_prove_points { zh: "次数", en: "points" }
    cli_prove_failures { zh: "失败", en: "failures" }
    cli_prove_kills { zh: "保存时随机强杀，文件非旧即新", en: "killed at random while saving: the file is the old or the new one" }
    cli_prove_writers { zh: "4 个程序同时记还款，一笔不少", en: "4 programs paying at once: no payment is lost" }
    cli_prove_full { zh: "写到一半写不下，旧文件不动", en: "a disk that takes no more half-way: the old file stays" }
    cli_prove_power { zh: "断电", en: "power loss" }
    cli_prove_no_power_loss { zh: "没试：要管理员权限和一块自己的磁盘", en: "not tried: it takes an administrator and a disk of its own" }
    cli_prove_time { zh: "时间到，没试完", en: "time was up before the end" }
    cli_prove_not_started { zh: "没试成：程序没能启动", en: "not tried: the program could not be started" }
    cli_kept_file(path: &str) { zh: "保存时没能并进文件的改动在：{path}；看过就可删", en: "edits that could not stay in the file lie in {path}; look at them, then delete it" }
    cli_erased(text: &str, command: &str) { zh: "记过、文件里却没有了：{text}；补回：{command}", en: "marked, and no longer in the file: {text}; to put it back: {command}" }
    cli_conflict_file(path: &str) { zh: "同步软件留下了另一个版本：{path}", en: "a synchronising program left another version: {path}" }
}

texts! {
    usage_unknown_command(typed: &str) { zh: "没有命令 {typed}", en: "there is no command {typed}" }
    usage_unknown_flag(typed: &str) { zh: "不认识 {typed}", en: "unknown argument {typed}" }
    usage_missing(what: &str) { zh: "少了 {what}", en: "{what} is missing" }
    usage_bad_value(flag: &str, value: &str) { zh: "{flag} 不能是“{value}”", en: "{flag} cannot be \"{value}\"" }
    usage_no_value(flag: &str) { zh: "{flag} 后面少了值", en: "{flag} wants a value" }
    usage_twice(flag: &str) { zh: "{flag} 写了两次", en: "{flag} is given twice" }
    usage_conflict(one: &str, other: &str) { zh: "{one} 和 {other} 不能一起用", en: "{one} and {other} exclude each other" }
    usage_not_utf8 { zh: "参数里有不是 UTF-8 的字符", en: "an argument is not UTF-8" }
    usage_whole_number { zh: "写一个整数，例如 3", en: "write a whole number, like 3" }
    usage_possible(values: &str) { zh: "可以是：{values}", en: "possible: {values}" }
    usage_form(form: &str) { zh: "用法：{form}", en: "usage: {form}" }
    usage_help { zh: "fenqi --help 列出全部命令", en: "`fenqi --help` lists all commands" }
}

texts! {
    comma { zh: "，", en: ", " }
    colon { zh: "：", en: ": " }
    semicolon { zh: "；", en: "; " }
    list_comma { zh: "、", en: ", " }
}
