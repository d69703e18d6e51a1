// What --help says.

texts! {
    help_fenqi { zh: "终端里的分期账本：要还什么、逾期什么、额度还剩多少、哪笔没恢复。不带命令打开界面。", en: "Installment plans in a terminal: what is due, what is late, which limit is free and which has not come back. Without a command the dashboard opens." }
    help_due { zh: "要还什么：先是逾期，再是接下来 N 天", en: "what is to be paid: everything overdue, then the next N days" }
    help_plans { zh: "全部计划和进度", en: "the plans with their progress" }
    help_show { zh: "一个计划：还款表、记录、真实成本", en: "one plan: schedule, payments, true cost" }
    help_limit { zh: "每条额度：已用、恢复中、超时、冻结、可用", en: "each credit line: used, restoring, late, frozen, available" }
    help_can { zh: "这个价能分期吗：可以、稍后、不行，以及为什么", en: "may this be bought in installments: yes, later or no, and why" }
    help_arg_above_cap { zh: "就算某个月超过自己定的上限也记", en: "even if a month then asks for more than your own ceiling" }
    help_offers { zh: "同一个价格在各家分期各要多少，最便宜的在前", en: "what a price in installments costs on each line and elsewhere, the cheapest first" }
    help_arg_offers_periods { zh: "期数（默认 12）", en: "how many installments (12 unless said)" }
    help_arg_offer { zh: "别处的分期：名称=手续费；可写多次", en: "an offer from elsewhere, its name and fee; may be repeated" }
    help_alerts { zh: "要注意的事，最急的在前", en: "what wants attention, most urgent first" }
    help_pay { zh: "记一笔还款：最早没还的那期，或第 K 期", en: "mark the oldest open installment paid, or no. K" }
    help_unpay { zh: "撤回第 K 期的还款", en: "take the payment of no. K back" }
    help_undo { zh: "撤销上一次更改", en: "undo the last change" }
    help_redo { zh: "重做刚撤销的", en: "do again what was undone" }
    help_restored { zh: "额度恢复了", en: "the limit came back" }
    help_seen { zh: "平台上显示的可用额度，并解释差额", en: "what the provider's app shows as available; any gap is explained" }
    help_cost { zh: "真实成本和年化利率", en: "what it costs, and its true yearly rate" }
    help_init { zh: "建第一个账本", en: "make a first book" }
    help_doctor { zh: "检查账本，列出全部问题", en: "check a book and list all its problems" }
    help_keys { zh: "界面的按键", en: "the keys of the dashboard" }
    help_usage { zh: "用法：", en: "Usage:" }
    help_commands { zh: "命令", en: "Commands" }
    help_arguments { zh: "参数", en: "Arguments" }
    help_options { zh: "选项", en: "Options" }
    help_everywhere { zh: "通用选项", en: "Everywhere" }
    help_dashboard { zh: "界面", en: "Dashboard" }
    help_arg_file { zh: "账本文件（或环境变量 FENQI_FILE）", en: "the book (or the environment variable FENQI_FILE)" }
    help_arg_today { zh: "以这一天为今天", en: "everything as of this day" }
    help_arg_lang { zh: "语言", en: "language" }
    help_arg_color { zh: "颜色", en: "colours" }
    help_arg_demo { zh: "用内置的演示账本，不动你的文件", en: "the built-in sample book; nothing of yours is touched" }
    help_import { zh: "导入支付宝、微信、京东、美团、银行卡的账单，先预览再记", en: "read an Alipay, WeChat, JD, Meituan or card bill; shown first, noted then" }
    help_sms { zh: "读一条还款短信，和账本对一对", en: "read a reminder or receipt text and compare it with the book" }
    help_arg_import_path { zh: "账单文件，CSV 或 xlsx；- 是标准输入", en: "the bill, CSV or xlsx; - is standard input" }
    help_arg_import_from { zh: "格式：alipay、alipay-web、wechat、jd、meituan、card，或设置里自己的（默认看内容）", en: "the format: alipay, alipay-web, wechat, jd, meituan, card, or one of your own in the settings (default: told by the content)" }
    help_arg_import_row { zh: "连同“不确定”里的这一行也记", en: "takes this uncertain line too" }
    help_arg_import_partial { zh: "跳过读不了的行", en: "leaves out the rows that cannot be read" }
    help_arg_import_yes { zh: "把新的记下：一次更改，一次撤销", en: "notes what is new: one change, one undo" }
    help_arg_sms_yes { zh: "把确认已还的记下", en: "notes the payment that it confirms" }
    help_arg_json { zh: "输出 JSON", en: "print JSON" }
    help_arg_help { zh: "显示帮助", en: "this help" }
    help_arg_version { zh: "显示版本", en: "the version" }
    help_arg_keys { zh: "依次按下这些键，例如 'j p u'", en: "press these keys one after the other, like 'j p u'" }
    help_arg_print { zh: "不用终端，打印最后一屏", en: "without a terminal, print the last screen" }
    help_arg_size { zh: "打印时的窗口大小", en: "the window's size when printing" }
    help_arg_days { zh: "往后看几天（默认 30）", en: "how many days ahead (default 30)" }
    help_arg_only_line { zh: "只看这条额度", en: "only this credit line" }
    help_arg_fail_overdue { zh: "有逾期时以 1 结束", en: "end with 1 if anything is overdue" }
    help_arg_query { zh: "名称、商家、额度或订单号里的字", en: "words of the item, shop, line or order number" }
    help_arg_all { zh: "包括已结束的", en: "finished ones too" }
    help_arg_plan { zh: "计划的 id、id 开头，或名称里的字", en: "a plan's id, the beginning of it, or words of its name" }
    help_arg_line { zh: "额度的 id、id 开头，或名称里的字", en: "a line's id, the beginning of it, or words of its name" }
    help_arg_on_limit { zh: "那一天的额度", en: "the limits of that day" }
    help_arg_price { zh: "总价", en: "the price" }
    help_arg_periods { zh: "期数", en: "how many installments" }
    help_arg_down { zh: "首付", en: "what is paid at once" }
    help_arg_by { zh: "最晚哪天要买", en: "by when it should fit" }
    help_arg_n { zh: "第几期", en: "which installment" }
    help_arg_amount { zh: "还了多少（默认这期的全部待还）", en: "how much (default: all that is open of it)" }
    help_arg_on { zh: "哪一天（默认今天）", en: "on which day (default: today)" }
    help_arg_via { zh: "从哪里还的", en: "from where it was paid" }
    help_arg_ref { zh: "流水号", en: "the bank's reference" }
    help_arg_list { zh: "列出更改，不撤销", en: "list the changes, undo nothing" }
    help_arg_shown { zh: "显示的可用额度，可为负", en: "the figure shown; may be below zero" }
    help_arg_principal { zh: "分期的本金", en: "what is financed" }
    help_arg_fee { zh: "手续费：none、flat:0.6%、upfront:7.2%、annuity:17.4% …", en: "the fee: none, flat:0.6%, upfront:7.2%, annuity:17.4% …" }
    help_arg_currency { zh: "币种，例如 EUR（默认 CNY）", en: "the currency, such as EUR (default: CNY)" }
    help_arg_prove { zh: "在这个目录所在的磁盘上试：强杀、同时写、写满，列出结果", en: "try kills, several writers and a full disk on the file system of this directory" }
    help_arg_doctor { zh: "要检查的文件（默认账本）", en: "the file to check (default: the book)" }
}
