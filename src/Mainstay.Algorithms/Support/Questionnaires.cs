namespace Mainstay.Algorithms.Support;

/// <summary>Where a score lies, as far as its authors drew bounds.</summary>
public enum QuestionnaireBand { Low, Normal, High }

/// <summary>
/// How a published questionnaire is scored, without its wording, which its owners keep. Nothing here is a diagnosis.
/// </summary>
public sealed record Questionnaire
{
    private readonly int[] reversed;

    private Questionnaire(string name, int items, int least, int most, params int[] reversed) => (Name, Items, Least, Most, this.reversed) = (name, items, least, most, reversed);

    /// <summary>Brief Resilience Scale: Smith, Dalen, Wiggins, Tooley, Christopher and Bernard (2008). Mean of 1 to 5; the second, fourth and sixth answers are turned round.</summary>
    public static Questionnaire Brs { get; } = new("BRS", 6, 1, 5, 2, 4, 6) { Deviation = .70, Reliability = .69 };

    /// <summary>General Self-Efficacy, short form: Romppel et al. (2013). Mean of 1 to 4 or sum of 6 to 24, without bounds.</summary>
    public static Questionnaire Gse6 { get; } = new("GSE-6", 6, 1, 4);

    /// <summary>General Self-Efficacy: Schwarzer and Jerusalem (1995). Sum of 10 to 40, without bounds.</summary>
    public static Questionnaire Gse10 { get; } = new("GSE-10", 10, 1, 4);

    /// <summary>World Health Organization, well-being in the last two weeks (1998). Sum of 0 to 25, told as 0 to 100; every answer is needed.</summary>
    public static Questionnaire Who5 { get; } = new("WHO-5", 5, 0, 5) { NeedsAll = true };

    /// <summary>Occupational Self-Efficacy, short form: Rigotti, Schyns and Mohr (2008). Mean of 1 to 6 or sum of 6 to 36, without bounds: those found on the web are not its authors'.</summary>
    public static Questionnaire Oss6 { get; } = new("OSS-6", 6, 1, 6);

    public static IReadOnlyList<Questionnaire> All { get; } = [Brs, Gse6, Gse10, Who5, Oss6];

    public string Name { get; }

    /// <summary>How many answers it asks for.</summary>
    public int Items { get; }

    /// <summary>The lowest answer.</summary>
    public int Least { get; }

    /// <summary>The highest answer, inclusive.</summary>
    public int Most { get; }

    /// <summary>Whether one missing answer leaves no score; of the others four in five suffice.</summary>
    public bool NeedsAll { get; private init; }

    /// <summary>How few answers make a score.</summary>
    public int Fewest => NeedsAll ? Items : (Items * 4 + 4) / 5;

    /// <summary>SD of its mean among people, as published; null where none is known.</summary>
    public double? Deviation { get; private init; }

    /// <summary>How well it agrees with itself asked twice, as published; null where none is known.</summary>
    public double? Reliability { get; private init; }

    /// <summary>Counted from 1: answers that say the opposite and count as lowest + highest − answer.</summary>
    public IReadOnlyList<int> Reversed => reversed;

    /// <summary>The score of these answers in the order of the questionnaire; null is one that was not given. Null when too few were. O(n).</summary>
    /// <exception cref="ArgumentException">There are more or fewer than <see cref="Items"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not on the scale.</exception>
    public QuestionnaireScore? Score(ReadOnlySpan<int?> answers)
    {
        if (answers.Length != Items) throw new ArgumentException($"{Name} has {Items} answers.", nameof(answers));
        var (sum, given) = (0, 0);
        for (var item = 0; item < Items; item++)
        {
            if (answers[item] is not { } answer) continue;
            if (answer < Least || answer > Most) throw new ArgumentOutOfRangeException(nameof(answers), answer, $"{Name} is answered with {Least} to {Most}.");
            sum += Array.IndexOf(reversed, item + 1) < 0 ? answer : Least + Most - answer;
            given++;
        }
        return given >= Fewest ? new(this, sum, given) : null;
    }
}

/// <summary>What somebody's answers come to.</summary>
/// <param name="Of">Which questionnaire.</param>
/// <param name="Points">The sum of the given answers, some turned round.</param>
/// <param name="Given">How many were given, ≥ 1.</param>
public sealed record QuestionnaireScore(Questionnaire Of, int Points, int Given)
{
    /// <summary>In [<see cref="Questionnaire.Least"/>, <see cref="Questionnaire.Most"/>].</summary>
    public double Mean => (double)Points / Given;

    /// <summary>The sum; null when an answer is missing.</summary>
    public int? Sum => Given == Of.Items ? Points : null;

    /// <summary>0 to 100, for WHO-5 alone: four times the sum; the sum begins at 0, so nothing is taken off first.</summary>
    public int? Percent => Of == Questionnaire.Who5 ? Points * 4 : null;

    /// <summary>
    /// The band; null where the authors drew none. It is told from whole numbers, so that rounding never decides:
    /// BRS below 3.00 is low, above 4.30 high; WHO-5 at 50 or less is low.
    /// </summary>
    public QuestionnaireBand? Band =>
        Of == Questionnaire.Who5 ? Percent <= 50 ? QuestionnaireBand.Low : QuestionnaireBand.Normal
        : Of != Questionnaire.Brs ? null
        : Points < 3 * Given ? QuestionnaireBand.Low : Points * 100 > 430 * Given ? QuestionnaireBand.High : QuestionnaireBand.Normal;

    /// <summary>How the mean changed since an earlier score of the same questionnaire; null where its deviation or reliability is not published.</summary>
    /// <exception cref="ArgumentException">It is of another questionnaire.</exception>
    public Series.ReliableChange? Since(QuestionnaireScore earlier)
    {
        if (earlier.Of != Of) throw new ArgumentException("Two questionnaires are not compared.", nameof(earlier));
        return Of is { Deviation: { } deviation, Reliability: { } reliability } ? Series.ReliableChange.Of(earlier.Mean, Mean, deviation, reliability) : null;
    }
}
