using Mainstay.Formats;

namespace Mainstay.Words;

/// <summary>What is wrong with a file, as sentences: one for each fault that the readers of files know.</summary>
public static class FormatWords
{
    /// <summary>What is wrong, without the place.</summary>
    public static Reason Sentence(this FormatProblem problem) => new($"Words.Fault{problem.Fault}", [.. problem.Inputs]);

    /// <summary>What is wrong, and on which line; the column too, where only a part of the line is meant.</summary>
    public static Reason InPlace(this FormatProblem problem) => problem.Column > 1
        ? new("Words.AtColumn", problem.Line, problem.Column, problem.Sentence())
        : new("Words.AtLine", problem.Line, problem.Sentence());
}
