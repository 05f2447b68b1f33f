using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>How the whole map is spoken of.</summary>
public static class MapWords
{
    public static Reason Summary(SupportMap map)
    {
        var (needs, open) = (map.Needs.Count, map.Needs.Count(c => c.Kind != CoverKind.Covered));
        var people = map.Leanings.Count;
        return open switch
        {
            0 => new("Coverage.AllCovered", needs, people),
            _ when open == needs => new("Coverage.NoneCovered", needs, people),
            _ => new("Coverage.SomeCovered", needs, people, open),
        };
    }
}
