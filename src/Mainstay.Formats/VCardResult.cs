namespace Mainstay.Formats;

/// <summary>One card of a file with what is wrong with it, or a place where no card could be read.</summary>
/// <param name="Line">The physical line, from 1, on which the card begins, or which the problem is about.</param>
/// <param name="Card">Null when nothing was read here; the reason is then the only problem.</param>
/// <param name="Problems">In the order of their lines; empty for a card without fault.</param>
public sealed record VCardResult(long Line, VCard? Card, IReadOnlyList<FormatProblem> Problems)
{
    internal static VCardResult Refused(FormatProblem problem) => new(problem.Line, null, [problem]);
}
