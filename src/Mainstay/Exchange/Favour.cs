using Mainstay.Needs;
using Mainstay.Storage;

namespace Mainstay.Exchange;

/// <summary>From whom to whom.</summary>
public enum Way { Received = 0, Given = 1 }

/// <summary>Help that was given or received.</summary>
public sealed class Favour : IOwned, IConfidential
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; set; }

    public Way Way { get; set; }

    public Weight Weight { get; set; } = Weight.Normal;

    public DateOnly On { get; set; }

    public required string What { get; set; }

    public SupportKind? Kind { get; set; }

    /// <summary>What it was about: "pricing".</summary>
    public string? Topic { get; set; }

    /// <summary>The need it met; the need may be gone, what was given stays.</summary>
    public Guid? NeedId { get; set; }

    /// <summary>The ask it came from, as long as that is kept.</summary>
    public Guid? AskId { get; set; }

    /// <summary>It came from a confidential ask, or one of a hard time: it stands in no search, and who was let in does not see it.</summary>
    public bool IsConfidential { get; init; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>Something a person told that they need: a chance to help.</summary>
public sealed class Wish : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; set; }

    public required string Text { get; set; }

    public DateOnly SaidOn { get; set; }

    /// <summary>Since when they need it no more.</summary>
    public DateOnly? ClosedOn { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>What has become of an opportunity.</summary>
public enum OpportunityState { Open = 0, CameThrough = 1, Nothing = 2 }

/// <summary>A door that somebody opened, and what became of it.</summary>
public sealed class Opportunity : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who opened it.</summary>
    public required Guid PersonId { get; set; }

    public required string What { get; set; }

    public DateOnly On { get; set; }

    public OpportunityState State { get; set; }

    /// <summary>What became of it, in the owner's words.</summary>
    public string? Became { get; set; }

    public DateOnly? BecameOn { get; set; }

    public DateTime CreatedAt { get; init; }
}
