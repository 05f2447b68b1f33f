namespace Mainstay.Needs;

/// <summary>The first interview: ten short questions, each of which may be passed over, that end with a filled map.</summary>
public static class Interview
{
    /// <summary>The goal, one question for each kind of support, and what one can give.</summary>
    public static int Questions => Kinds.Count + 2;

    /// <summary>In the order in which they are easy to answer.</summary>
    public static IReadOnlyList<SupportKind> Kinds { get; } =
    [
        SupportKind.Guidance, SupportKind.Knowledge, SupportKind.Emotional, SupportKind.Accountability,
        SupportKind.Opportunities, SupportKind.Collaboration, SupportKind.Encouragement, SupportKind.Community,
    ];

    /// <summary>The kind a question is about; null for the first and the last.</summary>
    /// <param name="question">1 to <see cref="Questions"/>.</param>
    public static SupportKind? KindOf(int question) => question > 1 && question < Questions ? Kinds[question - 2] : null;
}

/// <summary>Somebody named in the interview.</summary>
/// <param name="Name">As typed: somebody who is known, or a new name.</param>
/// <param name="Ability">How well they can help with it.</param>
/// <param name="Closeness">How close one feels, 1 to 5; null when not said.</param>
public sealed record InterviewName(string Name, Ability Ability, int? Closeness);
