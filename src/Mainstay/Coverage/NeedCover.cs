using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>What the map says of one need.</summary>
public enum CoverKind { Covered, SinglePointOfFailure, Thin, Gap }

/// <summary>A need, who would help with it, and how surely somebody would.</summary>
public sealed record NeedCover(Need Need, IReadOnlyList<Helper> Helpers)
{
    /// <summary>How surely at least one would help, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>How surely at least two would.</summary>
    public double AtLeastTwo { get; init; }

    /// <summary>How many would help on average.</summary>
    public double Expected { get; init; }

    /// <summary>As how many equal helpers they count; null without any.</summary>
    public double? Effective { get; init; }

    public CoverKind Kind { get; init; }

    /// <summary>On whom a single point of failure rests.</summary>
    public Helper? Only { get; init; }

    /// <summary>Those who might, the surest first; who cannot is left out.</summary>
    public IEnumerable<Helper> Counting => Helpers.Where(h => h.Chance > 0);

    /// <summary>The state in a few words, for beside the band.</summary>
    public Reason InWords => (Kind, Counting.Count()) switch
    {
        (CoverKind.Gap, 0) => new("Coverage.NobodyYet"),
        (CoverKind.Gap, 1) => new("Coverage.GapOne"),
        (CoverKind.Gap, var count) => new("Coverage.GapSome", count),
        (CoverKind.SinglePointOfFailure, _) => new("Coverage.OneAlone"),
        (CoverKind.Thin, _) => new("Coverage.ThinWords"),
        _ when AtLeastTwo >= .5 => new("Coverage.WellCovered"),
        _ => new("Coverage.CoveredWords"),
    };

    /// <summary>The numbers in words, and what they take for granted.</summary>
    public IReadOnlyList<Reason> Reasons => !Counting.Any() ? [new("Coverage.NobodyReason")] :
    [
        new("Coverage.SomeoneWould", Telling.InTen(Coverage)),
        new("Coverage.TwoWould", Telling.InTen(AtLeastTwo)),
        .. Effective is { } effective && Counting.Count() > 1 ? (Reason[])[new("Coverage.CountsAs", Math.Round(effective, 1))] : [],
        new("Coverage.AnEstimate"),
    ];
}
