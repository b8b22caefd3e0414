"""The verbs of the regulation. Each checks, acts, records, in one transaction; `Refused` says which rule forbade it.

Every verb takes the page, who acts, when (Asia/Ho_Chi_Minh) and through which channel: desk, api, mail, command, clock.
"""

from portal.approval.actions.branching import branch, free_slug
from portal.approval.actions.deciding import decide
from portal.approval.actions.history import (
    call_off_list,
    close_list,
    decide_list,
    leave_out,
    list_history,
    mark_history,
    raise_history,
)
from portal.approval.actions.listing import decide_over, gather, set_out, take_back_list
from portal.approval.actions.personal import answer_data, read_files
from portal.approval.actions.refreshing import Watch, refresh_all
from portal.approval.actions.remarks import remark, settle_remark
from portal.approval.actions.texts import open_case, recall, save_text, submit
from portal.approval.actions.up import cancel_correction, correct, go_live, publish_due, schedule, withdraw

__all__ = [
    "Watch",
    "answer_data",
    "branch",
    "call_off_list",
    "cancel_correction",
    "close_list",
    "correct",
    "decide",
    "decide_list",
    "decide_over",
    "free_slug",
    "gather",
    "go_live",
    "leave_out",
    "list_history",
    "mark_history",
    "open_case",
    "publish_due",
    "raise_history",
    "read_files",
    "recall",
    "refresh_all",
    "remark",
    "save_text",
    "schedule",
    "set_out",
    "settle_remark",
    "submit",
    "take_back_list",
    "withdraw",
]
