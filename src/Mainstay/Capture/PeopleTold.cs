namespace Mainstay.Capture;

/// <summary>Gathers whom a line names, each once, with what it says of somebody new.</summary>
/// <param name="names">Who may be named.</param>
internal sealed class PeopleTold(NamesKnown names)
{
    /// <summary>What stands before where somebody new was met.</summary>
    private static readonly string[] Places = ["at ", "auf der ", "bei der ", "beim "];

    private readonly List<Whom> all = [];

    /// <summary>Of whom the last touch says where they were met.</summary>
    private readonly List<int> metLast = [];

    public List<Whom> All => all;

    public bool IsMentioned(string typed) => Mentioned(typed) >= 0;

    public IReadOnlyList<int> Ids(IEnumerable<string> typed) => [.. typed.Select(Id).Distinct()];

    public int Id(string typed)
    {
        if (Mentioned(typed) is >= 0 and var at) return at;
        var whom = names.Of(typed);
        if (whom.Person is { } person && all.FindIndex(p => p.Person?.Id == person.Id) is >= 0 and var same) return same;
        all.Add(whom);
        return all.Count - 1;
    }

    /// <summary>"at SaaStr" is where somebody new was met.</summary>
    /// <param name="who">Whom the touch was with.</param>
    /// <param name="note">What is said of it.</param>
    /// <param name="isMore">It is more of the touch of which was spoken last.</param>
    public void MetWhere(IReadOnlyList<int> who, string? note, bool isMore = false)
    {
        if (!isMore) metLast.Clear();
        if (note is null || Array.Find(Places, p => note.StartsWith(p, StringComparison.Ordinal)) is not { } place) return;
        foreach (var one in who.Where(w => all[w].IsNew && all[w].MetWhere is null))
        {
            all[one] = all[one] with { MetWhere = note[place.Length..].Split(',')[0] };
            metLast.Add(one);
        }
    }

    /// <summary>The last touch was none: nobody was met there.</summary>
    public void NotMet()
    {
        foreach (var one in metLast) all[one] = all[one] with { MetWhere = null };
        metLast.Clear();
    }

    /// <summary>An e-mail address of somebody new of whom was spoken; whether the clause says no more than that.</summary>
    public bool Addresses(Clause clause, IReadOnlyList<int> context)
    {
        if (context is not [var one] || !all[one].IsNew || clause.Words.FirstOrDefault(w => w.Word.Contains('@', StringComparison.Ordinal) && w.Word.Length > 3) is not { } address) return false;
        all[one] = all[one] with { Email = address.Word };
        return clause.Words.Count(w => w.IsWord) == 1;
    }

    /// <summary>"Dana" is Dana Wu, of whom the line spoke before.</summary>
    private int Mentioned(string typed) => all.FindIndex(p => p.Typed == typed || (!typed.Contains(' ', StringComparison.Ordinal) && p.Typed.Split(' ').Contains(typed)));
}
