"""Kinds of tasks that papers give."""

ACQUAINT = "vsoko_module.mail_activity_acquaint"
ITEM = "vsoko_module.mail_activity_item"
VISA = "vsoko_module.mail_activity_visa"
SIGN = "vsoko_module.mail_activity_sign"
UNREAD = "vsoko_module.mail_activity_unread"
