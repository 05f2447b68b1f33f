using Mainstay.Gatherings;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>A gathering to which the owner might go: one that a calendar announces, or one of theirs of which they have not decided.</summary>
/// <param name="Id">Of what is announced, or of the gathering.</param>
/// <param name="It">What it is, when and where.</param>
/// <param name="Calendar">Which calendar announces it; null for one of the owner's.</param>
public sealed record Attendable(Guid Id, NewGathering It, string? Calendar)
{
    /// <summary>Who is named in it as inviting or coming, a line each.</summary>
    public string? Who { get; init; }

    public string? Link => It.Link;

    public bool IsMine => Calendar is null;
}

/// <summary>Something that speaks for going, with what it weighs.</summary>
public sealed record FitReason(double Weight, Reason Reason);

/// <summary>How well a gathering fits: a simple sum of what speaks for it.</summary>
public sealed record Fit(Attendable It, IReadOnlyList<FitReason> Whys)
{
    public double Score => Whys.Sum(w => w.Weight);

    /// <summary>The weightiest first; last what only is to be known.</summary>
    public IReadOnlyList<Reason> Reasons => [.. Whys.OrderByDescending(w => w.Weight).Select(w => w.Reason)];
}

/// <summary>Which gatherings to go to.</summary>
/// <param name="Best">Those for which something speaks, the best first.</param>
/// <param name="Looked">So many were looked at.</param>
/// <param name="Needs">So many needs and goals were held against them.</param>
public sealed record WhichAnswer(IReadOnlyList<Fit> Best, int Looked, int Needs);
