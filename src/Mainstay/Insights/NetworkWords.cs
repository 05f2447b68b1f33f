using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>How the network is spoken of.</summary>
public static class NetworkWords
{
    /// <summary>"Based on 214 recorded links between 86 people."</summary>
    public static Reason Basis(NetworkView view) => view.Links.Count == 0 ? new("Insights.NoLinks", view.People.Count) : new("Insights.Basis", view.Links.Count, view.Linked, view.People.Count);

    /// <summary>How strong a tie is, given per cent: never a bare number.</summary>
    public static Reason Tie(int strength) => new(strength switch { >= 50 => "Insights.TieStrong", >= 25 => "Insights.TieFair", >= 10 => "Insights.TieLoose", > 0 => "Insights.TieFaint", _ => "Insights.TieNone" });

    public static Reason Layer(Layer layer) => new($"Insights.Layer{layer}");

    /// <summary>"Around Grace Hopper, 12 people"</summary>
    public static Reason Group(NetworkView view, NetworkGroup group) => new("Insights.GroupAround", view.People[group.Around].Name, group.People.Count);

    /// <summary>"Knows Grace Hopper, Alan Turing and 3 more."; null when nobody is known to know them.</summary>
    public static Reason? Knows(NetworkView view, NetworkPerson person)
    {
        var known = view.KnownTo(person).Select(k => k.Person.Name).ToList();
        if (known.Count == 0) return null;
        return known.Count <= NetworkShown.MostNamed ? new("Insights.Knows", known) : new("Insights.KnowsMore", string.Join(", ", known.Take(NetworkShown.MostNamed)), known.Count - NetworkShown.MostNamed);
    }
}
