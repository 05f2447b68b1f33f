namespace Mainstay.Rhythm;

/// <summary>What each layer means, unless the owner says otherwise.</summary>
public static class Layers
{
    /// <summary>The owner's word that there is no rhythm, whatever the layer.</summary>
    public const int NoCadence = 0;

    public static readonly IReadOnlyList<Layer> All = [Layer.Core, Layer.Close, Layer.Extended, Layer.Wider];

    /// <summary>The layer that is called so; null when none is.</summary>
    public static Layer? Named(string name) => Enum.TryParse<Layer>(name, true, out var layer) && Enum.IsDefined(layer) && !int.TryParse(name, out _) ? layer : null;

    /// <summary>How often, in days, one means to be in touch with somebody of this layer.</summary>
    public static int? CadenceOf(Layer layer) => layer switch
    {
        Layer.Core => 7,
        Layer.Close => 30,
        Layer.Extended => 91,
        Layer.Wider => 365,
        _ => null,
    };

    /// <summary>The owner's cadence, else the layer's; null when neither is set, and such a tie is never due.</summary>
    public static int? Cadence(this Tie tie) => tie.CadenceDays switch
    {
        null => CadenceOf(tie.Layer),
        NoCadence => null,
        { } days => days,
    };

    /// <summary>Whether touches with them are meant to come again: there is a cadence, and it is not over.</summary>
    public static bool HasRhythm(Tie? tie) => tie is { Verdict: not Verdict.Over } && tie.Cadence() is not null;

    /// <summary>Whether the owner has yet to say how often. That there is to be no rhythm, or that it is over, is said.</summary>
    public static bool AsksHowOften(Tie? tie) => tie is null or { Layer: Layer.None, CadenceDays: null, Verdict: not Verdict.Over };

    public static double Importance(Layer layer) => layer switch
    {
        Layer.Core => 4,
        Layer.Close => 2,
        Layer.Wider => .5,
        _ => 1, // extended, and those who have a cadence of their own but no layer
    };

    /// <summary>How much a tie counts when it is said who comes first: as the owner says, else as its layer does. Not how often, and not whose rhythm is stretched.</summary>
    public static double Importance(Tie tie) => Importance(tie.CountsAs ?? tie.Layer);

    /// <summary>How close somebody of this layer is taken to be as long as the owner does not say so, 0 to 1.</summary>
    public static double ClosenessOf(Layer layer) => layer switch
    {
        Layer.Core => .9,
        Layer.Close => .65,
        Layer.Extended => .4,
        _ => .2,
    };

    /// <summary>How many people a layer holds well, the nearer ones included.</summary>
    public static int RoomWithin(Layer layer) => layer switch
    {
        Layer.Core => 5,
        Layer.Close => 15,
        Layer.Extended => 50,
        _ => 150,
    };
}
