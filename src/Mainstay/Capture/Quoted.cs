namespace Mainstay.Capture;

/// <summary>Where what is quoted ends: it stays together as it was typed, and what it says of days is its own.</summary>
internal static class Quoted
{
    private const int Most = 30;

    /// <summary>What is written with an apostrophe before it: 'til, ’cause.</summary>
    private static readonly HashSet<string> Shortened = [.. "til cause em n tis twas bout s ne nen".Split(' ')];

    private static readonly char[] Single = [.. "'‘’‚‹›"];

    /// <summary>The piece with which ends what is quoted from a piece on; nothing when none begins there, or it never ends. A sentence that is quoted as a whole is just a sentence.</summary>
    public static int? End(IReadOnlyList<Piece> pieces, int from)
    {
        if (!pieces[from].Opens || Shortened.Contains(pieces[from].Fold)) return null;
        for (var at = from; at < pieces.Count && at - from < Most; at++)
            if (pieces[at].Closes && IsSingle(pieces[at].Text[^1]) == IsSingle(pieces[from].Text[0])) return from == 0 && at == pieces.Count - 1 ? null : at;
        return null;
    }

    /// <summary>“the Smiths' house” does not end with its apostrophe.</summary>
    private static bool IsSingle(char mark) => Array.IndexOf(Single, mark) >= 0;
}
