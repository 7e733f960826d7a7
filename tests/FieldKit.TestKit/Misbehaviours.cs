using System.Text;
using FieldKit.Crypto;
using FieldKit.Device.Sync;
using FieldKit.Protocol;

namespace FieldKit.TestKit;

/// <summary>What goes wrong on the street, and what a hostile reporting point or network tries.</summary>
public static class Misbehaviours
{
    public static Misbehaviour LoseRequest { get; } = (_, _) => throw new ReportingPointUnreachableException();

    /// <summary>Stored, and then the connection dies.</summary>
    public static Misbehaviour LoseAnswer { get; } = (point, exchange) =>
    {
        point.Answer(exchange);
        throw new ReportingPointUnreachableException();
    };

    public static Misbehaviour CaptivePortal { get; } = (_, _) => Encoding.UTF8.GetBytes("<html><body>Welkom op de wifi! Log in.</body></html>");

    public static Misbehaviour CutOff { get; } = (point, exchange) => point.Answer(exchange).ToFrame()[..^3];

    public static Misbehaviour ForgedReceipt { get; } = Altered((_, header) =>
        header with { Receipt = [.. header.Receipt!.Select(part => (byte)(part ^ 1))] });

    public static Misbehaviour MissingReceipt { get; } = Altered((_, header) => header with { Receipt = null });

    public static Misbehaviour ReceiptByAnotherKey { get; } = Altered((exchange, header) =>
    {
        using var other = SigningKey.Generate();
        return header with { Receipt = ScriptedReportingPoint.Sign(exchange, header, other) };
    });

    /// <summary>Signed by the right key, but for another instance than the answer names.</summary>
    public static Misbehaviour ReceiptOfAnotherInstance { get; } = Altered((_, header) => header with { Instance = Guid.Empty });

    /// <summary>A receipt for one sequence, shown with another.</summary>
    public static Misbehaviour ReceiptOfAnotherSequence { get; } = Altered((_, header) =>
        header with { Outcomes = [.. header.Outcomes.Select(outcome => outcome with { Sequence = outcome.Sequence + 1 })] });

    public static Misbehaviour OutcomesInAnotherOrder { get; } = Altered((_, header) => header with { Outcomes = [.. header.Outcomes.Reverse()] });

    public static Misbehaviour OutcomeMissing { get; } = Altered((_, header) => header with { Outcomes = [.. header.Outcomes.Skip(1)] });

    public static Misbehaviour Refuse(string code) => (_, _) => throw new ReportingPointRefusedException(code);

    public static Misbehaviour AskToWait(TimeSpan time) => (_, _) => throw new ReportingPointUnreachableException(time);

    public static Misbehaviour RefuseItem(Guid id, string code) => (point, exchange) =>
        point.Answer(exchange, header => header.Id == id ? code : null).ToFrame();

    private static Misbehaviour Altered(Func<IncomingExchange, ExchangeResponse, ExchangeResponse> alter) => (point, exchange) =>
    {
        var answer = point.Answer(exchange);
        return (answer with { Header = alter(exchange, answer.Header) }).ToFrame();
    };
}
