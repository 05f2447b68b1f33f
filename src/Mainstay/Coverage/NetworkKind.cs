using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>From which part of life somebody is known.</summary>
public enum Sphere { Work, IndustryBody, Community, Education, FamilyAndFriends, Other }

public enum NetworkType { TooFew, Entrepreneurial, Opportunistic, Traditional, Receptive }

/// <summary>What kind of network of developers it is, after Higgins and Kram (2001): by how different the parts of life are, and how strong the ties. The two numbers are always shown beside the word.</summary>
/// <param name="Type">The word for it.</param>
/// <param name="Developers">How many people would give some kind of support.</param>
/// <param name="Diversity">Blau's index over the parts of life, 0 to 1; null without anybody.</param>
/// <param name="Spheres">From how many parts of life they come.</param>
/// <param name="Strength">How strong their ties are on average, 0 to 1; null without anybody.</param>
public sealed record NetworkKind(NetworkType Type, int Developers, double? Diversity, int Spheres, double? Strength)
{
    private const int Fewest = 3, FewestSpheres = 3;
    private const double Diverse = .6, Strong = .4;

    public static NetworkKind Of(IReadOnlyList<(HelpingPerson Person, Profile? Profile)> developers)
    {
        if (developers.Count == 0) return new(NetworkType.TooFew, 0, null, 0, null);
        var spheres = developers.CountBy(d => d.Profile?.Sphere ?? Sphere.Other).ToList();
        var diversity = Algorithms.Support.Diversity.Of([.. spheres.Select(s => s.Value)]).Blau!.Value;
        var strength = developers.Average(d => d.Person.Strength);
        var type = developers.Count < Fewest ? NetworkType.TooFew : (diversity >= Diverse && spheres.Count >= FewestSpheres, strength >= Strong) switch
        {
            (true, true) => NetworkType.Entrepreneurial,
            (true, false) => NetworkType.Opportunistic,
            (false, true) => NetworkType.Traditional,
            (false, false) => NetworkType.Receptive,
        };
        return new(type, developers.Count, diversity, spheres.Count, strength);
    }

    public Reason InWords => new($"Coverage.Network{Type}");

    public IReadOnlyList<Reason> Reasons => Diversity is not { } diversity || Strength is not { } strength ? [] :
    [
        new("Coverage.NetworkSpheres", Developers, Spheres, Math.Round(diversity, 2)),
        new("Coverage.NetworkStrength", Math.Round(strength, 2)),
        new("Coverage.NetworkSource"),
    ];
}
