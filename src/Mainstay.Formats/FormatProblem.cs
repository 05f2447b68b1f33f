namespace Mainstay.Formats;

/// <summary>How much a <see cref="FormatProblem"/> cost.</summary>
public enum ProblemKind
{
    /// <summary>The input breaks a rule of its format, and everything could be read all the same.</summary>
    Note,

    /// <summary>One line or one field could not be understood; it is kept raw.</summary>
    Damage,

    /// <summary>A card, a row or the rest of the file was not read.</summary>
    Refusal,
}

/// <summary>Something that is wrong with the input, for the person who owns the file.</summary>
/// <param name="Line">The physical line, from 1, where it begins.</param>
/// <param name="Column">The character in that line, from 1; 1 when the line as a whole is meant, or the place in it is not known.</param>
/// <param name="Kind">How much it cost.</param>
/// <param name="Fault">What it is.</param>
/// <param name="Inputs">What <see cref="FormatFault"/> says that this fault has.</param>
public sealed record FormatProblem(long Line, int Column, ProblemKind Kind, FormatFault Fault, IReadOnlyList<object> Inputs)
{
    /// <summary>Because of it the rest of the file was not read.</summary>
    public bool IsEnd { get; init; }

    internal static FormatProblem Note(long line, FormatFault fault, params object[] inputs) => new(line, 1, ProblemKind.Note, fault, inputs);

    internal static FormatProblem Damage(long line, FormatFault fault, params object[] inputs) => new(line, 1, ProblemKind.Damage, fault, inputs);

    internal static FormatProblem Refusal(long line, FormatFault fault, params object[] inputs) => new(line, 1, ProblemKind.Refusal, fault, inputs);
}
