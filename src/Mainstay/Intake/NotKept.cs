using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>What of somebody could not be kept, as the report says it: what it is called, of whom it is, and why.</summary>
internal static class NotKept
{
    /// <param name="problems">What could not be kept.</param>
    /// <param name="name">Whose it is; empty where nobody is named.</param>
    /// <param name="place">On which line of the file it stands, and what it is called there; null where it is called as Mainstay calls it.</param>
    public static IReadOnlyList<RowProblem> Of(Problems problems, string name, Func<Problem, (long Row, string? Heading)> place) =>
    [
        .. from problem in problems
           let at = place(problem)
           select new RowProblem(at.Row, InWords((object?)at.Heading ?? Heading(problem), problem.Field == "name" ? "" : name, problem.Sentence)),
    ];

    private static Reason InWords(object heading, string name, Reason why) => name.Length > 0 ? new("Intake.NotKeptOf", heading, name, why) : new("Intake.NotKept", heading, why);

    private static Reason Heading(Problem problem) => problem.Heading ?? new(problem.Field switch
    {
        "metOn" => "People.EditMet",
        "photo" => "People.Picture",
        var field => $"People.Field_{field}",
    });
}
