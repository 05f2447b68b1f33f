using System.Text.Json;
using FsCheck.Fluent;
using Mainstay.Algorithms.Support;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Support;

public sealed class QuestionnairesTests
{
    [Theory]
    [InlineData("BRS", "BRS")]
    [InlineData("WHO5", "WHO-5")]
    [InlineData("GSE6", "GSE-6")]
    [InlineData("OSS6", "OSS-6")]
    public void Agrees_with_the_worked_cases(string reference, string name)
    {
        var questionnaire = Questionnaire.All.Single(q => q.Name == name);
        var worked = Read("instruments").GetProperty(reference).EnumerateArray().ToList();
        foreach (var one in worked)
        {
            var score = questionnaire.Score([.. one.GetProperty("answers").EnumerateArray().Select(a => (int?)a.GetInt32())])!;
            if (one.TryGetProperty("mean", out var mean)) Close(mean.GetDouble(), score.Mean, 1e-12);
            if (one.TryGetProperty("sum", out var sum) || one.TryGetProperty("raw", out sum)) Assert.Equal(sum.GetInt32(), score.Sum);
            if (one.TryGetProperty("percent", out var percent)) Assert.Equal(percent.GetInt32(), score.Percent);
            Assert.Equal(Band(one), score.Band);
        }
        Assert.NotEmpty(worked);
    }

    private static QuestionnaireBand? Band(JsonElement one) =>
        one.TryGetProperty("band", out var band) ? Enum.Parse<QuestionnaireBand>(band.GetString()!, ignoreCase: true)
        : one.TryGetProperty("low", out var low) ? low.GetBoolean() ? QuestionnaireBand.Low : QuestionnaireBand.Normal : null;

    [Fact]
    public void Bounds_are_told_from_whole_numbers()
    {
        // turned round, 3 stays 3: sums 17, 18, 25 and 26
        Assert.Equal(QuestionnaireBand.Low, Questionnaire.Brs.Score([2, 3, 3, 3, 3, 3])!.Band);
        Assert.Equal(QuestionnaireBand.Normal, Questionnaire.Brs.Score([3, 3, 3, 3, 3, 3])!.Band);
        Assert.Equal(QuestionnaireBand.Normal, Questionnaire.Brs.Score([5, 2, 4, 2, 4, 2])!.Band);
        Assert.Equal(QuestionnaireBand.High, Questionnaire.Brs.Score([5, 2, 5, 2, 4, 2])!.Band);
        Assert.Equal((48, QuestionnaireBand.Low), (Questionnaire.Who5.Score([2, 2, 3, 3, 2])!.Percent, Questionnaire.Who5.Score([2, 2, 3, 3, 2])!.Band!.Value));
        Assert.Equal((52, QuestionnaireBand.Normal), (Questionnaire.Who5.Score([3, 2, 3, 3, 2])!.Percent, Questionnaire.Who5.Score([3, 2, 3, 3, 2])!.Band!.Value));
    }

    [Fact]
    public void Four_in_five_answers_suffice_except_where_every_one_is_needed()
    {
        var score = Questionnaire.Brs.Score([4, 2, null, 2, 4, 2])!;

        Assert.Equal((4.0, (int?)null, QuestionnaireBand.Normal), (score.Mean, score.Sum, score.Band!.Value));
        Assert.Null(Questionnaire.Brs.Score([4, null, null, 2, 4, 2]));
        Assert.NotNull(Questionnaire.Gse10.Score([1, 2, 3, 4, 1, 2, 3, 4, null, null]));
        Assert.Null(Questionnaire.Gse10.Score([1, 2, 3, 4, 1, 2, 3, null, null, null]));
        Assert.Null(Questionnaire.Who5.Score([5, 5, 5, 5, null]));
        Assert.Equal([5, 8, 5], new[] { Questionnaire.Brs, Questionnaire.Gse10, Questionnaire.Who5 }.Select(q => q.Fewest));
    }

    [Fact]
    public void What_is_no_answer_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Questionnaire.Who5.Score([1, 2, 3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Questionnaire.Who5.Score([1, 2, 3, 4, 6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Questionnaire.Brs.Score([0, 2, 3, 4, 5, 1]));
    }

    [Fact]
    public void A_point_more_in_resilience_is_not_yet_a_reliable_change()
    {
        var (before, after, far) = (Questionnaire.Brs.Score([3, 3, 3, 3, 3, 3])!, Questionnaire.Brs.Score([4, 2, 4, 2, 4, 2])!, Questionnaire.Brs.Score([5, 1, 5, 1, 5, 1])!);

        Close(1.81428752857415, after.Since(before)!.Value.Index, 1e-12);
        Assert.False(after.Since(before)!.Value.IsReliable);
        Assert.True(far.Since(before)!.Value.IsReliable);
        Assert.Null(Questionnaire.Gse6.Score([1, 1, 1, 1, 1, 1])!.Since(Questionnaire.Gse6.Score([4, 4, 4, 4, 4, 4])!));
        Assert.Throws<ArgumentException>(() => after.Since(Questionnaire.Who5.Score([1, 1, 1, 1, 1])!));
    }

    [Fact]
    public void A_mean_stays_on_the_scale_and_a_better_answer_never_lowers_it() => Hold(from which in Gen.Elements(Questionnaire.All.ToArray()) from parts in Between(0, 1).ArrayOf(10) from item in Gen.Choose(0, 9) select (which, parts, item), c =>
    {
        var (q, item) = (c.which, c.item % c.which.Items);
        var answers = c.parts.Take(q.Items).Select(p => (int?)(q.Least + (int)Math.Round(p * (q.Most - q.Least)))).ToArray();
        var score = q.Score(answers)!;
        var reversed = q.Reversed.Contains(item + 1);
        answers[item] = Math.Clamp(answers[item]!.Value + (reversed ? -1 : 1), q.Least, q.Most);
        return score.Mean >= q.Least && score.Mean <= q.Most && q.Score(answers)!.Mean >= score.Mean;
    });
}
