"""Who is on the board: posts of its level, members of board-level groups, and who answers to it (ruling B37)."""

from __future__ import annotations

from functools import cached_property

from igreg.analysis.accountability import is_at_the_top
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role


@dataclass(frozen=True)
class Board:
    """The board of a register, as on a day."""

    tenure: Tenure

    def has(self, role: Role) -> bool:
        """Whether a post is on the board: of its level, the top itself, or a member of a board-level group."""
        return role.level == "board" or role.id in self._members or role.id == self.tenure.register.organisation.top

    def has_a_holder_of(self, role: Role) -> bool:
        """Whether somebody who holds a post is on the board: by another post, or as a person."""
        people = self.tenure.people(role.id)
        return any(one in self._members or any(map(self.has, self.tenure.roles_of(one))) for one in people)

    def is_answered_to_by(self, role: Role) -> bool:
        """Whether a post answers to a board-level group directly, or to the role that is the top."""
        upper = role.accountable_to
        return upper is not None and (upper in self._groups or upper == self.tenure.register.organisation.top)

    @cached_property
    def _groups(self) -> frozenset[str]:
        groups = self.tenure.register.of(Group)
        return frozenset(group.id for group in groups if group.id and is_at_the_top(self.tenure, group.id))

    @cached_property
    def _members(self) -> frozenset[str]:
        groups = (self.tenure.register.get(Group, id) for id in self._groups)
        return frozenset(id for group in groups if group is not None for id in group.sitting)
