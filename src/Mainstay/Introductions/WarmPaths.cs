using Mainstay.Algorithms.Graphs;
using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Somebody who could be asked for an introduction.</summary>
/// <param name="Strength">Of the owner's tie with them, 0 to 1.</param>
/// <param name="Willingness">What is left after much was asked of them, 0 to 1.</param>
/// <param name="Asked">How they answered so far.</param>
/// <param name="Because">How the tie stands, in words.</param>
public sealed record Broker(double Strength, double Willingness, AskRecord Asked, IReadOnlyList<Reason> Because)
{
    /// <summary>How many answers an estimate weighs as much as.</summary>
    private const double WorthOfEstimate = 4;

    /// <summary>How likely they do it, when the owner asks: the estimate, and what they did so far (models.md §3.4).</summary>
    public double Chance => (Asked.Yes + WorthOfEstimate * Willingness * WarmPaths.Chance(Strength)) / (Asked.Asks + WorthOfEstimate);
}

/// <summary>One step of a path: somebody is asked to lead on to the next.</summary>
/// <param name="From">Who asks; the owner when null.</param>
/// <param name="To">Who is asked, or reached.</param>
/// <param name="Probability">How likely it is, 0 to 1.</param>
/// <param name="Evidence">From what that is seen.</param>
public sealed record PathStep(Guid? From, Guid To, double Probability, IReadOnlyList<Reason> Evidence);

/// <summary>A chain of acquaintances to somebody.</summary>
/// <param name="Success">How likely all of it comes off: the product of its steps.</param>
/// <param name="Steps">From the owner to the goal.</param>
public sealed record WarmPath(double Success, IReadOnlyList<PathStep> Steps)
{
    /// <summary>Who is asked first.</summary>
    public Guid Broker => Steps[0].To;

    /// <summary>To whom the broker leads: the goal, or who stands before it.</summary>
    public Guid Next => Steps[1].To;

    /// <summary>Whom a first request leads on to, when two stand between; null when it is all that is asked.</summary>
    public Guid? Towards => Steps.Count > 2 ? Steps[^1].To : null;

    /// <summary>Those between the owner and the goal.</summary>
    public IEnumerable<Guid> Between => Steps.Take(Steps.Count - 1).Select(s => s.To);
}

/// <summary>Who could lead to somebody.</summary>
/// <param name="Target">To whom.</param>
/// <param name="Paths">The best, each by another first broker.</param>
/// <param name="Together">How likely one of several comes off, when those are counted that share nobody.</param>
/// <param name="Brokers">How many could be asked first.</param>
/// <param name="Rank">By what people are ranked who could be reached: each broker counts by both ties, and less the more people they know.</param>
public sealed record PathsFound(Guid Target, IReadOnlyList<WarmPath> Paths, double Together, int Brokers, double Rank);

/// <summary>Finds warm paths (models.md §3.4): by the product of the steps, with at most two people between. The numbers are weak predictors; only their order has support.</summary>
public static class WarmPaths
{
    public const int Shown = 3;

    private const int MostSteps = 3, Looked = 20, MostLooked = 640;

    private const double Hopeless = .02;

    /// <summary>How likely a step comes off, by the strength of a tie.</summary>
    public static double Chance(double strength) => .1 + .8 * strength;

    /// <summary>Whoever may stand between: those who know the target, and those who know them.</summary>
    public static IReadOnlySet<Guid> Around(WhoKnowsWhom known, Guid target)
    {
        var around = known.Of(target).Select(p => p.Other(target)).ToHashSet();
        foreach (var near in around.ToList()) around.UnionWith(known.Of(near).Select(p => p.Other(near)));
        around.Remove(target);
        return around;
    }

    /// <param name="target">Who is to be reached.</param>
    /// <param name="known">Who knows whom.</param>
    /// <param name="brokers">Those who can be asked; nobody else stands between.</param>
    /// <param name="stop">Breaks off.</param>
    public static PathsFound To(Guid target, WhoKnowsWhom known, IReadOnlyDictionary<Guid, Broker> brokers, CancellationToken stop)
    {
        var people = Around(known, target).Where(brokers.ContainsKey).Order().ToArray();
        var search = new Search(people, target, known, brokers);
        var (all, seen) = search.Best(Looked, stop);
        // As many as it takes until there are enough different people to ask first.
        for (var looked = Looked; looked < MostLooked && seen == looked && all.DistinctBy(p => p.Broker).Count() < Shown;) (all, seen) = search.Best(looked *= 2, stop);
        return new(target, [.. all.DistinctBy(p => p.Broker).Take(Shown)], Disjoint(all), known.Of(target).Count(p => brokers.ContainsKey(p.Other(target))), Rank(target, known, brokers));
    }

    private static double Disjoint(IReadOnlyList<WarmPath> paths)
    {
        var (used, fails) = (new HashSet<Guid>(), 1.0);
        foreach (var path in paths.Where(path => !path.Between.Any(used.Contains)))
        {
            used.UnionWith(path.Between);
            fails *= 1 - path.Success;
        }
        return 1 - fails;
    }

    /// <summary>The sum over brokers of both strengths, each divided by how many the broker knows, the owner among them.</summary>
    private static double Rank(Guid target, WhoKnowsWhom known, IReadOnlyDictionary<Guid, Broker> brokers) =>
        known.Of(target).Sum(p => brokers.TryGetValue(p.Other(target), out var broker) ? broker.Strength * p.Strength / (known.Degree(p.Other(target)) + 1) : 0);

    /// <summary>The owner is node 0, the target node 1, and those between follow.</summary>
    private sealed class Search
    {
        private readonly Guid[] people;
        private readonly Guid target;
        private readonly WhoKnowsWhom known;
        private readonly IReadOnlyDictionary<Guid, Broker> brokers;
        private readonly CompressedGraph graph;

        public Search(Guid[] people, Guid target, WhoKnowsWhom known, IReadOnlyDictionary<Guid, Broker> brokers)
        {
            (this.people, this.target, this.known, this.brokers) = (people, target, known, brokers);
            var numbers = people.Select((id, i) => (id, Number: i + 2)).ToDictionary(p => p.id, p => p.Number);
            numbers[target] = 1;
            var arcs = new List<Arc>();
            foreach (var (person, number) in numbers.Where(n => n.Value > 1))
            {
                arcs.Add(new(0, number, brokers[person].Chance));
                foreach (var pair in known.Of(person))
                    if (numbers.TryGetValue(pair.Other(person), out var next)) arcs.Add(new(number, next, StepChance(pair, pair.Other(person))));
            }
            graph = CompressedGraph.Directed(numbers.Count + 1, arcs.ToArray());
        }

        /// <summary>The best ways, but for those through somebody to whom the owner comes as surely without the ones before, and how many were looked at.</summary>
        public (List<WarmPath> Paths, int Looked) Best(int count, CancellationToken stop)
        {
            var found = BestPaths.Find(graph, 0, 1, count, MostSteps, Hopeless, stop);
            return ([.. found.Select(p => new WarmPath(p.Probability, [.. p.Nodes.Zip(p.Nodes.Skip(1), Step)])).Where(p => !IsDetour(p))], found.Count);
        }

        private bool IsDetour(WarmPath path)
        {
            var so = path.Steps[0].Probability;
            foreach (var step in path.Steps.Skip(1).Take(path.Steps.Count - 2))
                if (brokers[step.To].Chance >= (so *= step.Probability)) return true;
            return false;
        }

        // Somebody between is asked in turn, and may have been asked a lot; who is reached is not asked for a favour.
        private double StepChance(KnownPair pair, Guid to) => Chance(pair.Strength) * (to == target ? 1 : brokers[to].Willingness);

        private PathStep Step(int from, int to)
        {
            var reached = to == 1 ? target : people[to - 2];
            if (from == 0) return new(null, reached, brokers[reached].Chance, brokers[reached].Because);
            var pair = known.Of(people[from - 2]).First(p => p.Other(people[from - 2]) == reached);
            return new(people[from - 2], reached, StepChance(pair, reached), [.. pair.Evidence]);
        }
    }
}
