using System.Text;
using System.Xml;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>In which form the network is taken to another program.</summary>
public enum GraphFormat { Graphml, Gexf, Svg, Json }

/// <summary>A node of the exported graph: a person, or the owner in the middle.</summary>
/// <param name="Id">The person's id; <c>me</c> for the owner.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Layer">How near they are meant to be; null when that was not said.</param>
/// <param name="Role">What they are to the owner, the main role.</param>
/// <param name="Organization">Where they are now, the first place.</param>
/// <param name="Group">The number of those they know best; null when nobody is known to know them.</param>
/// <param name="Strength">Of the owner's tie with them, 0 to 1; null for the owner.</param>
public sealed record GraphNode(string Id, string Name, string? Layer, string? Role, string? Organization, int? Group, double? Strength);

/// <summary>A link of the exported graph.</summary>
/// <param name="From">A node's id.</param>
/// <param name="To">Another's.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Basis">From what it is known.</param>
public readonly record struct GraphEdge(string From, string To, double Strength, GraphBasis Basis);

/// <summary>A tie of the owner's own; a link the owner spoke of; or one that is seen by signs.</summary>
public enum GraphBasis { Own, Said, Seen }

/// <summary>Who knows whom, with the owner in the middle, as other programs read it.</summary>
/// <param name="view">The network.</param>
/// <param name="you">What the owner is called in it.</param>
public sealed class GraphExport(NetworkView view, string you)
{
    public const string Me = "me";

    public NetworkView View => view;

    public string You => you;

    public IEnumerable<GraphNode> Nodes => view.People.Select(p => new GraphNode(p.Id.ToString(), p.Name, LayerOf(p), RoleOf(p), PlaceOf(p), p.Group, Part(p.Strength)))
        .Prepend(new(Me, you, null, null, null, null, null));

    public IEnumerable<GraphEdge> Edges => view.People.Where(IsTied).Select(p => new GraphEdge(Me, p.Id.ToString(), Part(p.Strength), GraphBasis.Own))
        .Concat(view.Links.Select(l => new GraphEdge(view.People[l.First].Id.ToString(), view.People[l.Second].Id.ToString(), Part(l.Strength), l.IsSaid ? GraphBasis.Said : GraphBasis.Seen)));

    /// <summary>How many of each there are.</summary>
    public (int Nodes, int Edges) Count => (view.People.Count + 1, view.People.Count(IsTied) + view.Links.Count);

    /// <summary>The main role.</summary>
    public static string? RoleOf(NetworkPerson person) => person.Roles is [var role, ..] ? role : null;

    /// <summary>The first organization.</summary>
    public static string? PlaceOf(NetworkPerson person) => person.Places is [var place, ..] ? place.Name : null;

    /// <summary>Whether the owner has a tie with somebody: a layer, or any strength.</summary>
    public static bool IsTied(NetworkPerson person) => person.Layer != Layer.None || person.Strength > 0;

    /// <summary>Text as XML can hold it: what it cannot, a control character or half a letter, becomes the sign for what is lost.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }

    private static string? LayerOf(NetworkPerson person) => person.Layer == Layer.None ? null : person.Layer.ToString().ToLowerInvariant();

    private static double Part(int perCent) => perCent / 100.0;
}
