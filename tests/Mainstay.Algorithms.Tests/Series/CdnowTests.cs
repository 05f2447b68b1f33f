using System.Globalization;
using System.Text.Json;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

/// <summary>The buy-till-you-die models against the published CDNOW numbers.</summary>
public sealed class CdnowTests
{
    private static readonly JsonElement Reference = Read("btyd_cdnow");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, 13)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_agrees(int row)
    {
        var parameters = Reference.GetProperty("case_parameters");
        var expected = Reference.GetProperty("cases")[row];
        var tie = ContactHistory.InWeeks(expected.GetProperty("x").GetInt32(), expected.Number("t_x"), expected.Number("T"));
        var (b, m, p) = (Four(parameters, "bgnbd"), Four(parameters, "mbgnbd"), Four(parameters, "paretonbd"));
        var bg = new BgNbd(b[0], b[1], b[2], b[3]);
        var mbg = new MbgNbd(m[0], m[1], m[2], m[3]);
        var pareto = new ParetoNbd(p[0], p[1], p[2], p[3]);
        Close(expected.Number("bg_palive"), bg.Alive(tie), 1e-11);
        Close(expected.Number("bg_expected_39"), bg.Expected(tie, 39), 1e-9);
        Close(expected.Number("bg_p_contact_13"), bg.ContactWithin(tie, 13), 1e-11);
        Close(expected.Number("mbg_palive"), mbg.Alive(tie), 1e-11);
        Close(expected.Number("mbg_p_contact_13"), mbg.ContactWithin(tie, 13), 1e-11);
        Close(expected.Number("mbg_k2_palive"), mbg.AliveRegular(tie, 2), 1e-11);
        Close(expected.Number("mbg_k3_palive"), mbg.AliveRegular(tie, 3), 1e-11);
        Close(expected.Number("pareto_palive"), pareto.Alive(tie), 1e-9);
    }

    [Fact]
    public void The_data_set_is_the_one_meant()
    {
        var customers = Customers();
        Assert.Equal(Reference.GetProperty("n").GetInt32(), customers.Length);
        Assert.Equal(Reference.Number("sum_x"), customers.Sum(tie => tie.Repeats));
        Assert.Equal(Reference.GetProperty("n_x0").GetInt32(), customers.Count(tie => tie.Repeats == 0));
    }

    [Fact]
    public void The_beta_geometric_fit_is_the_published_one()
    {
        var customers = Customers();
        var fit = BgNbd.Fit(customers, TestContext.Current.CancellationToken)!;
        Agree("bgnbd", ["r", "alpha", "a", "b"], [fit.R, fit.Alpha, fit.A, fit.B], fit.LogLikelihood(customers));
    }

    [Fact]
    public void The_modified_beta_geometric_fit_is_the_published_one()
    {
        var customers = Customers();
        var fit = MbgNbd.Fit(customers, TestContext.Current.CancellationToken)!;
        Agree("mbgnbd", ["r", "alpha", "a", "b"], [fit.R, fit.Alpha, fit.A, fit.B], fit.LogLikelihood(customers));
    }

    [Fact]
    public void The_Pareto_fit_is_the_published_one()
    {
        var customers = Customers();
        var fit = ParetoNbd.Fit(customers, TestContext.Current.CancellationToken)!;
        Agree("paretonbd", ["r", "alpha", "s", "beta"], [fit.R, fit.Alpha, fit.S, fit.Beta], fit.LogLikelihood(customers));
    }

    private static void Agree(string model, string[] names, double[] found, double logLikelihood)
    {
        var expected = Reference.GetProperty(model);
        for (var i = 0; i < names.Length; i++) Close(expected.Number(names[i]), found[i], 2e-5);
        Close(expected.Number("loglik"), logLikelihood, 1e-10);
    }

    private static double[] Four(JsonElement parameters, string name) => [.. parameters.GetProperty(name).EnumerateArray().Select(n => n.GetDouble())];

    private static ContactHistory[] Customers() =>
        [.. File.ReadLines(DataSet("data/cdnow_customers_summary.csv")).Skip(1).Select(line => line.Split(',')).Select(Customer)];

    private static ContactHistory Customer(string[] cells) => ContactHistory.InWeeks(
        int.Parse(cells[1], CultureInfo.InvariantCulture),
        double.Parse(cells[2], CultureInfo.InvariantCulture),
        double.Parse(cells[3], CultureInfo.InvariantCulture));
}
