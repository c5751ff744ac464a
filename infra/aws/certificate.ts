import * as acm from '@pulumi/aws/acm/index.js';
import * as route53 from '@pulumi/aws/route53/index.js';
import * as pulumi from '@pulumi/pulumi';

interface CertificateArgs {
  domainName: string;
  /** Zone that the name is in. */
  zoneId: string;
}

/** A certificate that AWS renews for as long as the record that proves the name is there. */
export class Certificate extends pulumi.ComponentResource {
  /** ARN of the certificate, once it is issued. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Certificate', name, {}, opts);
    const certificate = this.#createCertificate(name, args);
    const record = this.#createProof(name, args, certificate);
    this.arn = this.#awaitIssue(name, certificate, record).certificateArn;
    this.registerOutputs({ arn: this.arn });
  }

  #createCertificate(name: string, { domainName }: CertificateArgs) {
    return new acm.Certificate(name, { domainName, validationMethod: 'DNS' }, { parent: this });
  }

  /** A certificate that takes the place of another for the name has the same record, which is there by then. */
  #createProof(name: string, { zoneId }: CertificateArgs, certificate: acm.Certificate) {
    const proof = certificate.domainValidationOptions.apply(([option]) => {
      if (option === undefined) throw new Error('ACM does not say by which record the name is proved');
      return option;
    });
    return new route53.Record(
      `${name}-proof`,
      {
        zoneId,
        name: proof.resourceRecordName,
        type: proof.resourceRecordType,
        records: [proof.resourceRecordValue],
        ttl: 300,
        allowOverwrite: true,
      },
      { parent: this },
    );
  }

  #awaitIssue(name: string, { arn: certificateArn }: acm.Certificate, { fqdn }: route53.Record) {
    // It takes minutes. A zone that the internet does not ask would have the engine wait for over an hour.
    const own = { parent: this, customTimeouts: { create: '20m' } };
    return new acm.CertificateValidation(name, { certificateArn, validationRecordFqdns: [fqdn] }, own);
  }
}
