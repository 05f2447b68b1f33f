using Mainstay.Needs;

namespace Mainstay.Memberships;

/// <summary>A membership, the organization it is in, and the needs it is for that are still there.</summary>
public sealed record MembershipLine(Membership It, string Organization, IReadOnlyList<Need> Needs);
