using Mainstay.Storage;

namespace Mainstay.CircleSessions;

/// <summary>Something written in a session.</summary>
public sealed class SessionEntry : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SessionId { get; init; }

    public Guid AuthorId { get; init; }

    public EntryKind Kind { get; init; }

    /// <summary>The request that a lead is for.</summary>
    public Guid? AboutId { get; init; }

    public required string Text { get; set; }

    /// <summary>By when an action is done.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Who will ask about an action.</summary>
    public Guid? WitnessId { get; set; }

    /// <summary>What became of a request, or of an action.</summary>
    public Became Became { get; set; }

    /// <summary>When that was last said.</summary>
    public DateOnly? SaidOn { get; set; }

    public DateTime At { get; init; }
}

/// <summary>A request and the three kinds of lead of a ring; what is written in a hot seat; what peer support ends with.</summary>
public enum EntryKind { Request = 0, ICan = 1, IKnowSomeone = 2, IKnowASource = 3, Question = 4, Experience = 5, Takeaway = 6, Action = 7, Note = 8, BeforeTomorrow = 9, WhoElseKnows = 10 }

/// <summary>What became of something: a lead was followed, it helped, it is solved, thanks were said.</summary>
[Flags]
public enum Became { Nothing = 0, Opened = 1, Helped = 2, Solved = 4, Thanked = 8 }
