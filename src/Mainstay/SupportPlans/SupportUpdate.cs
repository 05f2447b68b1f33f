using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary>How things are, for all who are invited: written once, so that nobody has to tell it twenty times.</summary>
public sealed class SupportUpdate : IOwned
{
    public const int MostText = 4_000, MostOfOne = 1_000;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    /// <summary>Which helper wrote it; null when the owner did, or when who wrote it was removed for good.</summary>
    public Guid? HelperId { get; set; }

    public bool IsOwners { get; init; }

    public required string Text { get; init; }

    public DateOnly On { get; init; }

    public DateTime WrittenAt { get; init; }

    public static Problems Check(string? text) => new Problems()
        .When(string.IsNullOrWhiteSpace(text), "text", "SupportPlans.TextMissing")
        .When(text?.Length > MostText, "text", "SupportPlans.TooLong", MostText);
}
