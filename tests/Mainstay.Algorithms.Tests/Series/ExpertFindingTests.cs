using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

/// <summary>
/// Who knows about a topic, guessed from who wrote about it before and judged by who writes about it next: the protocol of expert_enron.json.
/// It is why who-can-help counts what there is of somebody, and not what part of all they do that is.
/// </summary>
public sealed class ExpertFindingTests
{
    [Theory]
    [InlineData("volume (any topic)")]
    [InlineData("count on topic (Balog model 2-like)")]
    [InlineData("share p(z|ca) MLE")]
    public void Finds_experts_as_well_as_the_reference(string ranking)
    {
        var reference = ReferenceNumbers.Read("expert_enron");
        var expected = reference.GetProperty("scores").GetProperty(ranking);

        var found = ExpertFinding.Run(DataSet("data/enron.tsv"), ranking);

        Assert.Equal(reference.GetProperty("queries").GetInt32(), found.Queries);
        Close(expected.Number("nDCG10"), found.Ndcg, 1e-6);
        Close(expected.Number("MRR"), found.Mrr, 1e-6);
        Close(expected.Number("MAP"), found.Map, 1e-6);
    }
}
