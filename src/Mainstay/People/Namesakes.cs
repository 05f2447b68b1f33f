namespace Mainstay.People;

/// <summary>One of several who may be called the same, with what is known of them: where they work, how they are reached.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Known">What may tell them apart, the best first.</param>
public sealed record Namesake(Guid Id, string Name, IReadOnlyList<string> Known);

/// <summary>Tells those of one name apart.</summary>
public static class Namesakes
{
    private const int ShownOfId = 6;

    /// <summary>Of each of those who share their name, the first that none of the others has; else the end of their id. Whose name nobody shares is left out.</summary>
    public static Dictionary<Guid, string> Apart(IEnumerable<Namesake> all)
    {
        var apart = new Dictionary<Guid, string>();
        foreach (var same in all.DistinctBy(n => n.Id).GroupBy(n => PersonNames.Key(n.Name)).Select(g => g.ToList()).Where(g => g.Count > 1))
            foreach (var one in same)
                apart[one.Id] = one.Known.FirstOrDefault(k => same.TrueForAll(o => o.Id == one.Id || !o.Known.Contains(k, StringComparer.OrdinalIgnoreCase))) ?? $"…{one.Id.ToString("N")[^ShownOfId..]}";
        return apart;
    }
}
