// What a key does, in a word or two, and whether all is saved.

texts! {
    help { zh: "帮助", en: "help" }
    pay { zh: "记还款", en: "pay" }
    pay_part { zh: "部分", en: "part" }
    undo { zh: "撤销", en: "undo" }
    redo { zh: "重做", en: "redo" }
    check_limit { zh: "查额度", en: "check" }
    edit { zh: "改", en: "edit" }
    find { zh: "搜索", en: "find" }
    command { zh: "命令", en: "command" }
    quit { zh: "退出", en: "quit" }
    open_it { zh: "明细", en: "open" }
    back { zh: "返回", en: "back" }
    close { zh: "关闭", en: "close" }
    save { zh: "保存", en: "save" }
    drop_it { zh: "放弃", en: "drop" }
    run_it { zh: "执行", en: "run" }
    settle { zh: "提前结清", en: "settle" }
    refund { zh: "退款", en: "refund" }
    note { zh: "备注", en: "note" }
    copy { zh: "复制", en: "copy" }
    restored { zh: "已恢复", en: "restored" }
    saved { zh: "都已保存", en: "all saved" }
    saving { zh: "正在保存…", en: "saving…" }
    saved_at(time: &str) { zh: "已保存 {time}", en: "saved {time}" }
    demo { zh: "演示", en: "DEMO" }
    demo_not_saved { zh: "演示，不保存", en: "demo, not saved" }
}
