/**
 * Legal forms of companies as they stand behind a name, in compact spelling (letters only), one line per region,
 * after ISO 20275 (Entity Legal Forms).
 */
export const legalForms: ReadonlySet<string> = new Set(
  [
    'inc incorporated corp corporation co company ltd limited llc llp lllp lp plc pllc pc ltdco coltd coinc cic',
    'sl slu sll slp slne sa sau sal sad sca scoop sociedadlimitada sociedadanonima slunipersonal cb scp',
    'sadecv sapidecv sapi srldecv sderldecv sderl sofom sab sabdecv sasdecv ltda cia ciasa cialtda eirl spa',
    'srl srls sapa snc sas scarl scrl soccoop coop societacooperativa onlus societaperazioni',
    'lda sgps unipessoal unipessoallda eireli epp limitada',
    'sarl sarlu eurl sasu scop selarl gie societeanonyme',
    'gmbh ggmbh mbh ag kg kgaa ohg ug gbr ev eg se ek ekfm ekfr gesmbh gesellschaftmbh partg partgmbb',
    'gmbhcokg gmbhundcokg gmbhandcokg agcokg agandcokg ughaftungsbeschrankt ughaftungsbeschraenkt',
    'bv nv bvba sprl vof cvba vzw asbl commv',
    'ab hb kb as asa oy oyj abp aps ehf hf ans',
    'spzoo spzoospk spk spj spolka sro spolsro doo dd ood eood kft zrt nyrt',
    'pty ptyltd pte pteltd pvt pvtltd privatelimited sdnbhd bhd kk gk jsc ojsc pjsc cjsc ooo oao zao pao tov',
    'fzco fze fzllc saog saoc wll sti ltdsti anonimsirketi',
  ].flatMap((line) => line.split(' ')),
);
