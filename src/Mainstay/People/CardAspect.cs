using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>A property to be written, and the label that goes with it when no TYPE can say it.</summary>
internal sealed record NewProperty(string Name, string RawValue, IReadOnlyList<ContentParameter> Parameters, string? Label = null);

/// <summary>Which properties a card has at all, so that the many it could have and has not are not looked for.</summary>
internal sealed class Present
{
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool extended;

    public Present(VCard card)
    {
        foreach (var property in card.Properties)
        {
            names.Add(property.Name);
            extended |= IsExtended(property);
        }
    }

    /// <summary>Whether there is one of these; <c>X-</c> stands for every property of a client's own.</summary>
    public bool Any(params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
            if (name == "X-" ? extended : names.Contains(name)) return true;
        return false;
    }

    public static bool IsExtended(VCardProperty property) => property.Name is ['X' or 'x', '-', ..];
}

/// <summary>One kind of value that a card holds in properties of its own: how it is read from one, and how a new one is written.</summary>
/// <param name="names">The properties it may be held in.</param>
/// <param name="read">Reads them.</param>
/// <param name="write">Writes one.</param>
internal sealed class CardAspect<T>(string[] names, Func<VCard, IEnumerable<(VCardProperty Property, T Value)>> read, Func<T, VCardVersion, NewProperty> write)
{
    /// <summary>The values, the preferred ones first, each once.</summary>
    public List<T> Values(VCard card, Present present)
    {
        if (!present.Any(names)) return [];
        var all = read(card).ToList();
        return all.Count < 2 ? all.ConvertAll(p => p.Value) : [.. all.OrderBy(p => p.Property.Preference ?? 101).Select(p => p.Value).Distinct()];
    }

    /// <summary>Takes out the properties whose value is gone, and puts in those that are new.</summary>
    public void Patch(VCard card, IReadOnlyList<T> old, IReadOnlyList<T> now)
    {
        if (old.SequenceEqual(now)) return;
        var there = read(card).ToList();
        // What was never read into the person is not the person's to remove.
        var gone = there.FindAll(t => old.Contains(t.Value) && !now.Contains(t.Value)).ConvertAll(t => t.Property);
        foreach (var value in now.Distinct().Where(v => !there.Exists(t => Equals(t.Value, v)))) Put(card, write(value, card.Version), gone);
        foreach (var property in gone) card.Remove(property);
    }

    /// <summary>In the place of one that goes, where that is as simple; so a corrected number stays where it stood.</summary>
    private static void Put(VCard card, NewProperty property, List<VCardProperty> gone)
    {
        var place = property.Label is null ? gone.Find(g => g.Is(property.Name) && g.Group is null) : null;
        if (place is null || !card.Replace(place, new(property.Name, property.RawValue, property.Parameters))) Add(card, property);
        else gone.Remove(place);
    }

    private static void Add(VCard card, NewProperty property)
    {
        var group = property.Label is null ? null : FreeGroup(card);
        card.Add(new(property.Name, property.RawValue, property.Parameters, group));
        if (group is not null) card.Add(new("X-ABLabel", TextValue.Escape(property.Label!), null, group));
    }

    private static string FreeGroup(VCard card)
    {
        for (var i = 1; ; i++)
            if (!card.Properties.Any(p => string.Equals(p.Group, $"item{i}", StringComparison.OrdinalIgnoreCase))) return $"item{i}";
    }
}
