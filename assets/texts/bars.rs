// One line for bars and prompts, and reminders.

texts! {
    status_overdue(n: usize, amount: &str) { zh: "逾期 {n} 笔 {amount}", en: "{n} overdue, {amount}" }
    status_soon(n: usize, amount: &str) { zh: "近期 {n} 笔 {amount}", en: "{n} due soon, {amount}" }
    status_next(when: &str, amount: &str) { zh: "下一笔{when} {amount}", en: "next {when} {amount}" }
    status_free(amount: &str) { zh: "可用 {amount}", en: "{amount} free" }
    remind_title(n: usize) { zh: "分期：{n} 件事", en: "Installments: {n} things", one(n): "Installments: {n} thing" }
    remind_more(n: usize) { zh: "还有 {n} 件；fenqi alerts 看全部", en: "and {n} more; `fenqi alerts` lists them", one(n): "and {n} more; `fenqi alerts` lists it" }
    remind_not_shown(why: &str) { zh: "通知没有显示：{why}", en: "the notification was not shown: {why}" }
    remind_not_shown_hint { zh: "不加 --notify 就打印出来；下次运行会再提醒", en: "without --notify it is printed; the next run reminds again" }
    remind_not_marked(why: &str) { zh: "记不下今天提醒过什么：{why}", en: "what was said today cannot be noted: {why}" }
    help_status { zh: "一行近况，给状态栏和提示符", en: "how things stand in one line, for bars and prompts" }
    help_remind { zh: "提醒：逾期、快到期、额度没恢复……同一件事一天只说一次，没事不出声。退出码：0 说了或没事，3 账本有问题，4 通知没显示", en: "a reminder of what is overdue, due soon, not back …; each thing once a day, silent where there is nothing. Exit codes: 0 said or nothing to say, 3 the book has problems, 4 the notification was not shown" }
    help_arg_status_format { zh: "给谁看：plain（默认）、json、waybar、tmux、starship", en: "for whom: plain (default), json, waybar, tmux, starship" }
    help_arg_remind_days { zh: "提前几天（默认用账本里的 due-soon-days）", en: "how many days ahead (default: due-soon-days of the book)" }
    help_arg_notify { zh: "用桌面通知，不打印", en: "as a notification of the desktop instead of text" }
    help_arg_hide_amounts { zh: "遮住金额（界面和 status）", en: "hide amounts (dashboard and status)" }
    help_arg_no_mouse { zh: "不用鼠标", en: "leave the mouse to the terminal" }
    help_completions { zh: "给 shell 的补全脚本；计划和额度的 id 从账本里补全", en: "a script by which a shell completes, plans and lines from the book" }
    help_man { zh: "手册页", en: "the manual" }
    help_arg_shell { zh: "哪个 shell：bash、zsh、fish、powershell、elvish", en: "which shell: bash, zsh, fish, powershell, elvish" }
    help_arg_man_command { zh: "哪个命令的手册；不写就是总的", en: "the page of this command (default: of the program)" }
    help_arg_man_out { zh: "把全部手册页写进这个目录", en: "write all pages into this directory" }
    help_exit_codes { zh: "退出码:\n  0 完成，或答案是“可以”\n  1 答案是“不行”\n  2 用法不对\n  3 账本不在或有问题\n  4 没存上，一切照旧\n  5 存上了，但没有得到确认", en: "Exit codes:\n  0 done, or the answer is yes\n  1 the answer is no\n  2 wrong use\n  3 the book is missing or has problems\n  4 not saved, all is as it was\n  5 saved, but not confirmed" }
}
