namespace Mainstay.Introductions;

/// <summary>To which of two who are brought together a letter went. Only the name and the address stand on it, and both may have been put right since.</summary>
internal static class LetterSides
{
    /// <summary>A letter, as far as it tells to whom it went.</summary>
    public sealed record Addressed(Guid Id, string To, string? ToName);

    /// <summary>Whose each of these letters was, as far as that is known.</summary>
    /// <param name="letters">All of one cause about one introduction, the first first: it begins with one to each of both.</param>
    /// <param name="first">How the one is called now, as letters carry names.</param>
    /// <param name="second">How the other is called now.</param>
    public static Dictionary<Guid, Side> Of(IReadOnlyList<Addressed> letters, string? first, string? second)
    {
        var sides = new Dictionary<Guid, Side>();
        foreach (var letter in letters)
            if (first != second && letter.ToName is { } name && (name == first || name == second)) sides[letter.Id] = name == first ? Side.First : Side.Second;
        Spread(letters, sides);
        if (letters.Count < 2) return sides;
        var (one, other) = (letters[0].Id, letters[1].Id);
        if (sides.TryGetValue(one, out var ones)) sides.TryAdd(other, Opposite(ones));
        else if (sides.TryGetValue(other, out var others)) sides.TryAdd(one, Opposite(others));
        Spread(letters, sides);
        return sides;
    }

    /// <summary>What has the name or the address of another letter went to whom that went to.</summary>
    private static void Spread(IReadOnlyList<Addressed> letters, Dictionary<Guid, Side> sides)
    {
        foreach (var letter in letters.Where(l => !sides.ContainsKey(l.Id)).ToList())
        {
            var alike = letters.Where(l => sides.ContainsKey(l.Id) && (l.To == letter.To || (letter.ToName is not null && l.ToName == letter.ToName))).Select(l => sides[l.Id]).Distinct().ToList();
            if (alike is [var side]) sides[letter.Id] = side;
        }
    }

    private static Side Opposite(Side side) => side == Side.First ? Side.Second : Side.First;
}
