using Mainstay.Storage;

namespace Mainstay.SupportPlans;

/// <summary>How it stands with a helper. Who was let go or left can be invited again.</summary>
public enum HelperState { Invited, In, Left, LetGo }

/// <summary>Somebody who is invited to help. They need no account: a link is theirs until the plan is over.</summary>
public sealed class SupportHelper : IOwned
{
    /// <summary>So many can be invited to one plan, and so many tasks a day can somebody allow themselves.</summary>
    public const int MostOfOne = 100, MostEachDay = 5;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public Guid PersonId { get; init; }

    public HelperState State { get; set; }

    /// <summary>How many tasks they take on for one and the same day: their own limit, which only they change.</summary>
    public int MostADay { get; set; } = 1;

    public DateOnly InvitedOn { get; set; }

    /// <summary>When the owner last said that they wrote to them.</summary>
    public DateOnly? WrittenOn { get; set; }

    public bool Helps() => State is HelperState.Invited or HelperState.In;

    /// <summary>Invites them, anew when they helped before.</summary>
    public void Invite(DateOnly today)
    {
        if (Helps()) return;
        (State, InvitedOn, WrittenOn) = (HelperState.Invited, today, null);
    }
}
