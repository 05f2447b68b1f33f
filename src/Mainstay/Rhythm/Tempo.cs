using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>The owner's time for people, and the estimate's parameters as fitted to their own touches. One row in a space.</summary>
public sealed class Tempo : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Minutes a week the owner means to give; unlimited when null.</summary>
    public int? WeeklyMinutes { get; set; }

    /// <summary>Parameters of the aliveness estimate (r, alpha, a, b; weeks); the defaults when null.</summary>
    public double? R { get; set; }

    public double? Alpha { get; set; }

    public double? A { get; set; }

    public double? B { get; set; }

    public DateOnly? FittedOn { get; set; }

    /// <summary>What is added to the intercept of the contact estimate, learned from what came true.</summary>
    public double InterceptShift { get; set; }
}
