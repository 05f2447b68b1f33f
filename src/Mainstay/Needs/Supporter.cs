using Mainstay.Storage;

namespace Mainstay.Needs;

/// <summary>What the owner said of a person who can meet a need, or cannot.</summary>
public sealed class Supporter : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid NeedId { get; set; }

    public required Guid PersonId { get; init; }

    public Ability Ability { get; set; }

    public DateOnly SaidOn { get; set; }

    /// <summary>Since when the person has agreed to help with this.</summary>
    public DateOnly? AgreedOn { get; set; }

    /// <summary>The last day of what was agreed; without an end when null.</summary>
    public DateOnly? AgreedUntil { get; set; }

    /// <summary>What they agreed to: "half an hour, four times a year".</summary>
    public string? Scope { get; set; }

    /// <summary>Whether the agreement runs on a day.</summary>
    public bool HasAgreed(DateOnly on) => AgreedOn <= on && !(AgreedUntil < on);
}

/// <summary>What a person agreed to.</summary>
public sealed record Agreement(DateOnly? Until = null, string? Scope = null);
