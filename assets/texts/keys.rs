// What each key does, as help and the README tell it.

texts! {
    keys_paying { zh: "还款", en: "Paying" }
    keys_limits { zh: "额度", en: "Limits" }
    keys_moving { zh: "到处走", en: "Moving" }
    keys_views { zh: "视图", en: "Views" }
    keys_rest { zh: "其他", en: "More" }
    keys_forms { zh: "填写和选择", en: "Forms and lists" }
}

texts! {
    key_pay { zh: "记还款：选中这期，全额，今天", en: "pay the selected one, in full, today" }
    key_pay_form { zh: "记还款：部分、补记、换渠道", en: "payment form: partial, other day, other channel" }
    key_undo { zh: "撤销上一次改动，重启后也行", en: "undo the last change, after a restart too" }
    key_redo { zh: "重做", en: "redo" }
    key_check { zh: "查额度：输入价格，边输边看", en: "check a price as you type" }
    key_restored { zh: "额度已恢复", en: "the limit is back" }
    key_down { zh: "向下", en: "down" }
    key_up { zh: "向上", en: "up" }
    key_page_down { zh: "下一页", en: "a page down" }
    key_page_up { zh: "上一页", en: "a page up" }
    key_first { zh: "到头", en: "first" }
    key_last { zh: "到尾", en: "last" }
    key_left { zh: "左边一栏", en: "left" }
    key_right { zh: "右边一栏", en: "right" }
    key_next_pane { zh: "下一栏", en: "next pane" }
    key_previous_pane { zh: "上一栏", en: "previous pane" }
    key_open { zh: "打开选中的", en: "open what is selected" }
    key_back { zh: "返回、清掉筛选", en: "back, clear the filter" }
    key_next_plan { zh: "下一个计划", en: "next plan" }
    key_previous_plan { zh: "上一个计划", en: "previous plan" }
    key_urgent_short { zh: "今天", en: "today" }
    key_urgent { zh: "回到今天，到最急的一笔", en: "to today and the most urgent one" }
    key_find { zh: "搜索，拼音、首字母都行", en: "find; pinyin and initials work" }
    key_filter_short { zh: "筛选", en: "filter" }
    key_filter { zh: "换筛选：进行中、已完成、全部", en: "filter: active, finished, all" }
    key_sort_short { zh: "排序", en: "sort" }
    key_sort { zh: "换排序：下次应还、剩余、名称", en: "sort: next due, outstanding, name" }
    key_help { zh: "帮助", en: "help" }
    key_edit { zh: "修改选中的计划、额度", en: "edit the selected plan or line" }
    key_explain_short { zh: "怎么算的", en: "why" }
    key_explain { zh: "选中的数字是怎么算的", en: "how the selected figure comes about" }
    key_hide_short { zh: "遮住金额", en: "hide" }
    key_hide { zh: "遮住金额，再按显示", en: "hide amounts, show them again" }
    key_quit { zh: "退出，都已保存", en: "quit; all is saved" }
    key_quit_always { zh: "在哪儿都能退出", en: "quit from anywhere" }
    key_redraw { zh: "重画", en: "redraw" }
    key_suspend { zh: "暂停，fg 回来", en: "suspend; fg comes back" }
    key_demo_short { zh: "看演示", en: "demo" }
    key_demo { zh: "看演示数据，什么都不保存", en: "look at sample data; nothing is saved" }
    key_create_short { zh: "新建文件", en: "new file" }
    key_create { zh: "新建带说明的数据文件并用编辑器打开", en: "make a commented data file and open it in the editor" }
}

texts! {
    key_next_field_short { zh: "下一格", en: "next" }
    key_next_field { zh: "下一格", en: "next field" }
    key_previous_field { zh: "上一格", en: "previous field" }
    key_record { zh: "记下", en: "record" }
    key_submit { zh: "保存；有错就跳到第一个错", en: "save, or go to the first mistake" }
    key_drop { zh: "放弃；改过才问", en: "drop; asks only when changed" }
    key_field_help { zh: "这一格怎么填", en: "what the field understands" }
    key_choose { zh: "选", en: "choose" }
    key_choice_left { zh: "上一个选项", en: "previous choice" }
    key_choice_right { zh: "下一个选项；或按首字母", en: "next choice; or its first letter" }
    key_caret { zh: "移动光标", en: "move the caret" }
    key_caret_left { zh: "光标向左", en: "caret to the left" }
    key_caret_right { zh: "光标向右", en: "caret to the right" }
    key_caret_start { zh: "到行首", en: "to the start" }
    key_caret_end { zh: "到行尾", en: "to the end" }
    key_delete { zh: "删除", en: "delete" }
    key_delete_before { zh: "删前一个字", en: "delete the letter before" }
    key_delete_after { zh: "删后一个字", en: "delete the letter after" }
    key_delete_word { zh: "删前一个词", en: "delete the word before" }
    key_delete_to_start { zh: "删到行首", en: "delete to the start" }
    key_import_short { zh: "导入", en: "import" }
    key_import { zh: "导入账单：支付宝、微信、京东、美团、银行卡，先看再记", en: "import a bill of Alipay, WeChat, JD, Meituan or a card; shown first" }
    key_read_short { zh: "读", en: "read" }
    key_read { zh: "读这个文件", en: "read this file" }
    key_take_all_short { zh: "记下选中的", en: "note them" }
    key_take_all { zh: "把选中的行记下：一次更改，一次撤销", en: "note the selected rows: one change, one undo" }
    key_turn_short { zh: "选", en: "select" }
    key_turn { zh: "选中这行，或不选", en: "select this row, or do not" }
    key_draft_short { zh: "填表", en: "form" }
    key_draft { zh: "用这行填好表：新计划，或金额不一样的还款", en: "a form filled in from this row: a new plan, or a payment that differs" }
    key_note_it_short { zh: "记还款", en: "note it" }
    key_message_pay_short { zh: "记还款", en: "enter it" }
    key_message_pay { zh: "短信里的还款和账本不一样：填好金额和日期再记", en: "a payment that differs from the book: its form, filled in" }
    key_message_failed { zh: "短信说没还成：建跟进", en: "a payment that failed: open its case" }
    key_note_it { zh: "记下短信里确认的还款", en: "note the payment that the message confirms" }
    key_run { zh: "执行选中的", en: "run the selected one" }
    key_close { zh: "关闭", en: "close" }
    key_yes { zh: "是", en: "yes" }
    key_no { zh: "否", en: "no" }
}
