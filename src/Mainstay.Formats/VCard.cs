namespace Mainstay.Formats;

/// <summary>
/// A card as the ordered list of its properties, everything kept: unknown ones, groups, parameters, comments and damaged
/// lines. Editing changes what is asked for and leaves the rest in place, so that a client's card can be patched.
/// </summary>
public sealed class VCard
{
    private readonly List<VCardProperty> _properties;

    internal VCard(VCardVersion version, List<VCardProperty> properties, long line)
    {
        Version = version;
        _properties = properties;
        Line = line;
    }

    public VCard(VCardVersion version, IEnumerable<VCardProperty>? properties = null)
        : this(version, [.. (properties ?? []).Select(property => property.In(version))], 0) { }

    public VCardVersion Version { get; }

    /// <summary>All of them in order, VERSION among them if the card has it, BEGIN and END not.</summary>
    public IReadOnlyList<VCardProperty> Properties => _properties;

    /// <summary>The physical line of its BEGIN, from 1; 0 when it came from no file.</summary>
    public long Line { get; }

    /// <summary>The first property of that name, compared without case.</summary>
    public VCardProperty? First(string name)
    {
        foreach (var property in _properties)
            if (property.Is(name)) return property;
        return null;
    }

    /// <summary>The text of the first property of that name; null without one, or when it is empty.</summary>
    public string? Text(string name) => First(name)?.Text.Trim() is { Length: > 0 } text ? text : null;

    public IEnumerable<VCardProperty> All(string name) => _properties.Where(property => property.Is(name));

    /// <summary>The property of that name which is preferred: lowest PREF, then first in order.</summary>
    public VCardProperty? Preferred(string name) => All(name).MinBy(property => property.Preference ?? 101);

    /// <summary>
    /// The label that another property of the same group gives (X-ABLABEL), Apple's marks <c>_$!&lt;…&gt;!$_</c> taken off;
    /// null without one.
    /// </summary>
    public string? LabelOf(VCardProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (property.Group is null) return null;
        var label = _properties.Find(other => other.Is("X-ABLABEL") && string.Equals(other.Group, property.Group, StringComparison.OrdinalIgnoreCase));
        var text = label?.Text.Trim();
        if (text is null or "") return null;
        return text.StartsWith("_$!<", StringComparison.Ordinal) && text.EndsWith(">!$_", StringComparison.Ordinal) && text.Length > 8 ? text[4..^4] : text;
    }

    /// <summary>Adds a property at the end, or behind the last one of its name.</summary>
    public void Add(VCardProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var last = _properties.FindLastIndex(other => other.Is(property.Name));
        _properties.Insert(last < 0 ? _properties.Count : last + 1, property.In(Version));
    }

    /// <summary>Puts the property in the place of the first one of its name, or at the end; others of that name go.</summary>
    public void Set(VCardProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var first = _properties.FindIndex(other => other.Is(property.Name));
        if (first < 0)
        {
            _properties.Add(property.In(Version));
            return;
        }

        _properties[first] = property.In(Version);
        for (var i = _properties.Count - 1; i > first; i--)
            if (_properties[i].Is(property.Name)) _properties.RemoveAt(i);
    }

    /// <summary>Puts a property exactly where another one is; false when that one is not in this card.</summary>
    public bool Replace(VCardProperty old, VCardProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var at = _properties.IndexOf(old);
        if (at >= 0) _properties[at] = property.In(Version);
        return at >= 0;
    }

    /// <summary>Takes a property out, and its label when nothing else is in its group.</summary>
    public bool Remove(VCardProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (!_properties.Remove(property)) return false;
        if (property.Group is null || _properties.Exists(other => InGroup(other, property.Group) && !other.Is("X-ABLABEL"))) return true;
        _properties.RemoveAll(other => InGroup(other, property.Group));
        return true;
    }

    /// <summary>Takes out all properties of that name; how many there were.</summary>
    public int RemoveAll(string name) => All(name).ToList().Count(Remove);

    /// <summary>A copy that can be edited without touching this one.</summary>
    public VCard Copy() => new(Version, [.. _properties], Line);

    private static bool InGroup(VCardProperty property, string group) => string.Equals(property.Group, group, StringComparison.OrdinalIgnoreCase);
}
